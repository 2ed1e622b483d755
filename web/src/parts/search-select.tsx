import { Combobox } from '@base-ui/react/combobox';
import type { FieldError } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { FieldFrame } from './field';
import type { Choice } from './select';
import styles from './select.module.css';

/** As many as anybody reads through; whoever wants another types more of its name. */
const SHOWN = 60;

/** Why the text changes while somebody types. */
const TYPED: ReadonlySet<string> = new Set(['input-change', 'input-clear']);

interface SearchSelectProps {
  label: string;
  hint?: string;
  choices: readonly Choice[];
  /** The value of one of the choices. */
  value: string;
  onChange: (value: string) => void;
  /** Is told what is typed, where the choices are what a search found. */
  onSearch?: (text: string) => void;
  error?: FieldError | undefined;
}

/** One of many, found by a part of its name. */
export function SearchSelect(props: SearchSelectProps) {
  const { label, hint, choices, value, onChange, onSearch, error } = props;
  const t = useTranslations('common');
  const chosen = choices.find((choice) => choice.value === value) ?? null;
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <Combobox.Root
        items={choices}
        value={chosen}
        limit={SHOWN}
        autoHighlight
        isItemEqualToValue={(one, other) => one.value === other.value}
        onValueChange={(next) => {
          if (next) onChange(next.value);
        }}
        {...(onSearch && {
          filter: null,
          // The text of a choice isn't a search.
          onInputValueChange: (text, { reason }) => onSearch(TYPED.has(reason) ? text : ''),
        })}
      >
        <Combobox.InputGroup className={styles['group']}>
          <Combobox.Input onFocus={({ currentTarget }) => currentTarget.select()} />
          <Combobox.Trigger className={styles['open']}>▾</Combobox.Trigger>
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner className={styles['place']} sideOffset={4}>
            <Combobox.Popup className={styles['popup']} aria-label={label}>
              <Combobox.Empty className={styles['empty']}>{t('nothingFound')}</Combobox.Empty>
              <Combobox.List>
                {(choice: Choice) => (
                  <Combobox.Item key={choice.value} value={choice} className={styles['item']}>
                    {choice.label}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </FieldFrame>
  );
}
