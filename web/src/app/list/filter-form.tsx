import { useNavigate } from '@tanstack/react-router';
import { type ChangeEvent, type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../parts/button';
import styles from './filters.module.css';
import { changedView } from './list-search';

interface FilterFormProps {
  /** What the address says. */
  view: object;
  /** Fields with the names of search parameters. Checkboxes of one name are a list. */
  children: ReactNode;
  /** More fields, below the button. */
  more?: ReactNode;
}

/** Filters of a list, in the address. What is chosen holds at once, what is typed when it is sent. */
export function FilterForm({ view, children, more }: FilterFormProps) {
  const t = useTranslations('list');
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Not by a key, with which the field that has the focus would be another one.
    for (const field of form.current?.elements ?? []) showIn(field, view);
  }, [view]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void navigate({ to: '.', search: changedView(valuesOf(event.currentTarget)) });
  };
  const chosen = ({ target, currentTarget }: ChangeEvent<HTMLFormElement>) => {
    if (isChoice(target)) currentTarget.requestSubmit();
  };
  return (
    <search>
      <form ref={form} className={styles['filters']} onSubmit={submit} onChange={chosen}>
        {children}
        <Button type="submit">{t('search')}</Button>
        {more}
      </form>
    </search>
  );
}

const isCheckbox = (field: Element): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.type === 'checkbox';
const isChoice = (field: Element): boolean => field instanceof HTMLSelectElement || isCheckbox(field);
const isField = (field: Element): field is HTMLInputElement | HTMLSelectElement =>
  field instanceof HTMLInputElement || field instanceof HTMLSelectElement;

function showIn(field: Element, view: object): void {
  if (!isField(field) || !field.name) return;
  const value: unknown = (view as Record<string, unknown>)[field.name];
  if (isCheckbox(field)) field.checked = Array.isArray(value) && value.includes(field.value);
  else field.value = String(value ?? '');
}

/** The values of the form by the names of its fields; undefined where there is none. */
function valuesOf(form: HTMLFormElement): Record<string, unknown> {
  const data = new FormData(form);
  const fields = [...form.elements].filter(isField).filter(({ name }) => name);
  return Object.fromEntries(
    fields.map((field) => {
      const values = data.getAll(field.name).flatMap((value) => String(value).trim() || []);
      return [field.name, isCheckbox(field) && values.length > 0 ? values : values[0]];
    }),
  );
}
