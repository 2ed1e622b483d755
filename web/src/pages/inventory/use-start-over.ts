import { useEffect, useRef } from 'react';
import { type GridPlace, HEADER } from './grid-place';

/** Back to the top when other rows are asked for. Whoever is at a column's name stays there. */
export function useStartOver(question: string, place: GridPlace, goTo: (place: GridPlace) => void): void {
  const shown = useRef(question);
  useEffect(() => {
    if (shown.current === question) return;
    shown.current = question;
    goTo({ row: 0, column: place.column });
    if (place.row === HEADER) goTo(place);
  }, [question, place, goTo]);
}
