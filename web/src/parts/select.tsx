import { Select as BaseSelect } from '@base-ui/react/select';
import { FieldFrame } from './field';
import styles from './select.module.css';

/** One of the choices of a select. */
export interface Choice<V extends string = string> {
  value: V;
  label: string;
}

interface SelectProps<V extends string> {
  label: string;
  hint?: string;
  choices: readonly Choice<V>[];
  value: V;
  disabled?: boolean;
  onChange: (value: V) => void;
}

/** One of a few. For many, see SearchSelect. */
export function Select<V extends string>({
  label,
  hint,
  choices,
  value,
  disabled = false,
  onChange,
}: SelectProps<V>) {
  return (
    <FieldFrame label={label} hint={hint} isButton>
      <BaseSelect.Root
        items={choices}
        value={value}
        disabled={disabled}
        modal={false}
        onValueChange={(next) => {
          if (next !== null) onChange(next);
        }}
      >
        <BaseSelect.Trigger className={styles['trigger']}>
          <BaseSelect.Value />
          <BaseSelect.Icon className={styles['icon']}>▾</BaseSelect.Icon>
        </BaseSelect.Trigger>
        <BaseSelect.Portal>
          <BaseSelect.Positioner className={styles['place']} sideOffset={4} alignItemWithTrigger={false}>
            <BaseSelect.Popup className={styles['popup']}>
              {choices.map((choice) => (
                <BaseSelect.Item key={choice.value} value={choice.value} className={styles['item']}>
                  <BaseSelect.ItemText>{choice.label}</BaseSelect.ItemText>
                </BaseSelect.Item>
              ))}
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
    </FieldFrame>
  );
}
