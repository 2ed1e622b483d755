interface Place {
  suburb: string;
  state: string;
}

const placeOf = ({ suburb, state }: Place): string => `${suburb} ${state}`;

/** Where goods go, in one line: Sydney NSW → Melbourne VIC. */
export const laneOf = (from: Place, to: Place): string => `${placeOf(from)} → ${placeOf(to)}`;
