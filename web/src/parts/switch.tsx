import { Field as BaseField } from '@base-ui/react/field';
import { Switch as BaseSwitch } from '@base-ui/react/switch';
import styles from './switch.module.css';

interface SwitchProps {
  label: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that is on or off, and changes at once. */
export function Switch({ label, hint, checked, disabled = false, onChange }: SwitchProps) {
  return (
    <BaseField.Root className={styles['field']} disabled={disabled}>
      <BaseField.Label className={styles['label']}>
        <BaseSwitch.Root className={styles['track']} checked={checked} onCheckedChange={onChange}>
          <BaseSwitch.Thumb className={styles['thumb']} />
        </BaseSwitch.Root>
        {label}
      </BaseField.Label>
      {hint ? <BaseField.Description className={styles['hint']}>{hint}</BaseField.Description> : null}
    </BaseField.Root>
  );
}
