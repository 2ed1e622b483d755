import type { ComponentProps, ReactNode } from 'react';
import { type FieldPathByValue, type RegisterOptions, useFormContext } from 'react-hook-form';
import { Field } from '../../../parts/field';
import type { ShipmentEntry } from './shipment-entry';

type TextPath = FieldPathByValue<ShipmentEntry, string>;

interface FieldFacts<Path extends TextPath> {
  name: Path;
  label: string;
  hint?: string;
  optional?: boolean;
  rules?: RegisterOptions<ShipmentEntry, Path>;
}

/** A text of the shipment, with what is wrong with it. */
export function TextField<Path extends TextPath>({
  name,
  label,
  hint,
  optional,
  rules,
  ...input
}: FieldFacts<Path> & Omit<ComponentProps<'input'>, 'name'>) {
  const { register, getFieldState, formState } = useFormContext<ShipmentEntry>();
  return (
    <Field {...given({ label, hint, optional })} error={getFieldState(name, formState).error}>
      <input {...input} {...register(name, rules)} aria-required={rules?.required ? true : undefined} />
    </Field>
  );
}

/** A choice among a few words. */
export function ChoiceField<Path extends TextPath>({
  name,
  label,
  hint,
  optional,
  children,
}: FieldFacts<Path> & { children: ReactNode }) {
  const { register, getFieldState, formState } = useFormContext<ShipmentEntry>();
  return (
    <Field {...given({ label, hint, optional })} error={getFieldState(name, formState).error}>
      <select {...register(name)}>{children}</select>
    </Field>
  );
}

/** Several lines. */
export function LinesField<Path extends TextPath>({ name, label, hint, optional, rules }: FieldFacts<Path>) {
  const { register, getFieldState, formState } = useFormContext<ShipmentEntry>();
  return (
    <Field {...given({ label, hint, optional })} error={getFieldState(name, formState).error}>
      <textarea rows={3} maxLength={1000} {...register(name, rules)} />
    </Field>
  );
}

interface Said {
  label: string;
  hint: string | undefined;
  optional: boolean | undefined;
}

/** Leaves out what isn't given: the part tells "undefined" from "left out". */
const given = ({ label, hint, optional }: Said) => ({
  label,
  ...(hint ? { hint } : {}),
  ...(optional ? { optional } : {}),
});
