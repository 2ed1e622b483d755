import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../parts/button';
import styles from './driver.module.css';
import { drawStrokes, type Stroke } from './signature-drawing';

/** The height of the box by its width. */
export const SIGNATURE_RATIO = 0.45;

interface SignaturePadProps {
  strokes: readonly Stroke[];
  onChange: (strokes: readonly Stroke[]) => void;
}

/** A box to sign in with a finger, a pen or the mouse. */
export function SignaturePad({ strokes, onChange }: SignaturePadProps) {
  const t = useTranslations('run.delivery');
  const canvas = useRef<HTMLCanvasElement>(null);
  const stroke = useRef<Stroke | null>(null);
  useFitted(canvas, strokes);
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    // The hand that rests on the glass is no second pen.
    if (!event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    stroke.current = [pointOf(event)];
  };
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!stroke.current || !event.isPrimary) return;
    stroke.current.push(pointOf(event));
    drawStrokes(event.currentTarget, [...strokes, stroke.current]);
  };
  const end = ({ isPrimary }: PointerEvent) => {
    if (!isPrimary) return;
    if (stroke.current) onChange([...strokes, stroke.current]);
    stroke.current = null;
  };
  return (
    <fieldset className={styles['signature']}>
      <legend className={styles['label']}>{t('signature')}</legend>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('signatureBox')}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <p className={styles['hint']}>{t('signatureHint')}</p>
      <Button aria-disabled={strokes.length === 0} onClick={() => onChange([])}>
        {t('clear')}
      </Button>
    </fieldset>
  );
}

/** Keeps the picture as sharp as the screen, however wide the box is. */
function useFitted(canvas: RefObject<HTMLCanvasElement | null>, strokes: readonly Stroke[]): void {
  useEffect(() => {
    const box = canvas.current;
    if (!box) return;
    const fit = () => {
      box.width = Math.round(box.clientWidth * devicePixelRatio);
      box.height = Math.round(box.clientWidth * SIGNATURE_RATIO * devicePixelRatio);
      drawStrokes(box, strokes);
    };
    const observer = new ResizeObserver(fit);
    observer.observe(box);
    return () => observer.disconnect();
  }, [canvas, strokes]);
}

function pointOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>) {
  const { left, top, width } = currentTarget.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / width };
}
