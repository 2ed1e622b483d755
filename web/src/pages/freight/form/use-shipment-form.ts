import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type FieldPath, useForm } from 'react-hook-form';
import { useLocale, useTimeZone } from 'use-intl';
import { about } from '../../../app/about';
import { ApiError } from '../../../app/ask';
import { queryClient } from '../../../app/query';
import { formPath, isAboutCompany, showShipmentRefusals } from './server-refusals';
import type { ShipmentEntry } from './shipment-entry';
import type { Writing } from './shipment-input';
import { weightsSoFar } from './typed-weights';

/** The form of a shipment: typed, reviewed, sent, and back to what the server refused. */
export function useShipmentForm(initial: ShipmentEntry) {
  const form = useForm<ShipmentEntry>({ defaultValues: initial });
  const [isReviewing, setReviewing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const isSent = useRef(false);
  const { data } = useQuery(about);
  const writing: Writing = { locale: useLocale(), timeZone: useTimeZone() ?? 'UTC' };
  const { isDirty } = form.formState;

  const backToForm = (focus?: FieldPath<ShipmentEntry>) => {
    flushSync(() => setReviewing(false));
    form.setFocus(focus ?? 'origin.suburb');
  };
  const refuse = (error: unknown) => {
    setProblem(error);
    // There is nothing in the form that would help.
    if (!(error instanceof ApiError) || error.fields.length === 0 || isAboutCompany(error)) return;
    backToForm();
    showShipmentRefusals(form, error);
    const first = formPath(error.fields[0]?.path ?? '', () => true);
    if (first) form.setFocus(first as FieldPath<ShipmentEntry>);
  };
  /** Sends what was typed, and goes on. Whatever goes wrong, it is all still there. */
  const send = async (act: () => Promise<() => Promise<void>>) => {
    setSending(true);
    setProblem(null);
    try {
      const goOn = await act();
      isSent.current = true;
      void queryClient.invalidateQueries();
      await goOn();
    } catch (error) {
      refuse(error);
    } finally {
      setSending(false);
    }
  };
  return {
    ...{ form, writing, problem, isReviewing, isSending, send, backToForm },
    review: form.handleSubmit(() => {
      setProblem(null);
      setReviewing(true);
    }),
    isUnsaved: () => isDirty && !isSent.current,
    weights: weightsSoFar(form.getValues('items'), {
      cubicFactor: data?.portal.freight.cubicFactor ?? 0,
      locale: writing.locale,
    }),
  };
}

/** What such a form has. */
export type ShipmentForm = ReturnType<typeof useShipmentForm>;
