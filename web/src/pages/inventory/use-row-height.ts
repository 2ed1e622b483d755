import { useViewer } from '../../app/session-state';

/** The height of a row in px: two lines on a phone, else as dense as the viewer wants it. */
export function useRowHeight(isNarrow: boolean): number {
  const { density } = useViewer().preferences;
  if (isNarrow) return 64;
  return density === 'COMPACT' ? 32 : 40;
}
