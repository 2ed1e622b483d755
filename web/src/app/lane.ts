interface Place {
  suburb: string;
  state: string;
}

const placeOf = ({ suburb, state }: Place): string => `${suburb} ${state}`;

/** A text that is read from the right, as far as its first letter tells. */
const READ_FROM_RIGHT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Where goods go, in one line: Sydney NSW → Melbourne VIC. No arrow turns with the names, so it is chosen by them. */
export function laneOf(from: Place, to: Place): string {
  const names = [placeOf(from), placeOf(to)];
  return names.join(names.every((name) => READ_FROM_RIGHT.test(name)) ? ' ← ' : ' → ');
}
