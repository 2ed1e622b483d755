import { Autocomplete } from '@base-ui/react/autocomplete';
import styles from './find-box.module.css';

interface FindBoxItem {
  key: string;
  label: string;
  detail?: string;
}

interface FindBoxProps<Item extends FindBoxItem> {
  label: string;
  text: string;
  onText: (text: string) => void;
  groups: readonly { title: string; items: readonly Item[] }[];
  /** Said where something is awaited, or nothing is found. */
  status: string;
  onChoose: (item: Item) => void;
}

/** A field with what was found below it, in groups: arrows and Enter choose. */
export function FindBox<Item extends FindBoxItem>(props: FindBoxProps<Item>) {
  const { label, text, onText, groups, status, onChoose } = props;
  return (
    <Autocomplete.Root
      items={groups}
      value={text}
      onValueChange={(next, { reason }) => {
        // A chosen one leads elsewhere, instead of being written into the field.
        if (reason !== 'item-press') onText(next);
      }}
      mode="none"
      autoHighlight="always"
      itemToStringValue={(item: Item) => item.label}
      inline
      open
    >
      <Autocomplete.Input
        className={styles['input']}
        aria-label={label}
        placeholder={label}
        maxLength={200}
      />
      <Autocomplete.List className={styles['list']} aria-label={label}>
        {(group: { title: string; items: readonly Item[] }) => (
          <Autocomplete.Group key={group.title} items={group.items}>
            <Autocomplete.GroupLabel className={styles['title']}>{group.title}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: Item) => (
                <Autocomplete.Item
                  key={item.key}
                  value={item}
                  className={styles['item']}
                  onClick={() => onChoose(item)}
                >
                  <span>{item.label}</span>
                  <span className={styles['detail']}>{item.detail}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <Autocomplete.Status className={styles['status']}>{status}</Autocomplete.Status>
    </Autocomplete.Root>
  );
}
