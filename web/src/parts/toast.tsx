import { later } from './later';

const frame = () => import('./toast-frame');

/** Says in a few words what was done. It goes by itself, so nothing may depend on having read it. */
export function toast(text: string): void {
  void frame().then(({ toasts }) => toasts.add({ title: text }));
}

/** Where toasts are shown, once on a page. */
export const Toasts = later(async () => (await frame()).ToastFrame);
