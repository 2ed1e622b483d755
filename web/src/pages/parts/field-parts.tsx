import { useState } from 'react';
import { Field } from '../../parts/field';
import { PasswordInput } from '../../parts/password-input';
import { SearchSelect } from '../../parts/search-select';
import { Select } from '../../parts/select';
import { Switch } from '../../parts/switch';
import { Specimen } from './specimen';

const WAREHOUSES = [
  { value: 'SYD1', label: 'SYD1 Sydney' },
  { value: 'MEL1', label: 'MEL1 Melbourne' },
  { value: 'BNE1', label: 'BNE1 Brisbane' },
];
const BINS = Array.from({ length: 400 }, (_, index) => {
  const bin = `H-${String(index).padStart(3, '0')}`;
  return { value: bin, label: bin };
});

/** What is typed or chosen. */
export function FieldParts() {
  return (
    <>
      <TypedParts />
      <ChosenParts />
    </>
  );
}

function TypedParts() {
  return (
    <Specimen name="Field">
      <Field label="Part">
        <input defaultValue="PKG-10003-ROLL" />
      </Field>
      <Field label="With a hint" hint="What to know before one types.">
        <input />
      </Field>
      <Field label="Left out by most" optional>
        <input />
      </Field>
      <Field label="With an error" error={{ type: 'server', message: 'found "x"; wanted a number' }}>
        <input defaultValue="x" />
      </Field>
      <Field label="Required, and empty" error={{ type: 'required' }}>
        <input />
      </Field>
      <Field label="Only read">
        <input defaultValue="customer1" readOnly />
      </Field>
      <Field label="Disabled">
        <input defaultValue="not now" disabled />
      </Field>
      <Field label="Native select">
        <select>
          <option>Pallet</option>
          <option>Carton</option>
        </select>
      </Field>
      <Field label="Several lines" hint="A note.">
        <textarea rows={3} />
      </Field>
      <Field label="Password" hint="It can be shown.">
        <PasswordInput defaultValue="quiet heron" autoComplete="off" />
      </Field>
    </Specimen>
  );
}

function ChosenParts() {
  const [warehouse, setWarehouse] = useState('SYD1');
  const [bin, setBin] = useState('H-007');
  const [isOn, setOn] = useState(true);
  return (
    <>
      <Specimen name="Select">
        <Select label="Warehouse" choices={WAREHOUSES} value={warehouse} onChange={setWarehouse} />
        <Select
          label="Disabled warehouse"
          hint="Nothing to choose from."
          choices={WAREHOUSES}
          value="SYD1"
          disabled
          onChange={setWarehouse}
        />
      </Specimen>
      <Specimen name="SearchSelect">
        <SearchSelect label="Bin" hint="400 of them." choices={BINS} value={bin} onChange={setBin} />
      </Specimen>
      <Specimen name="Switch">
        <Switch label="On or off" hint="Changes at once." checked={isOn} onChange={setOn} />
        <Switch label="Disabled" checked disabled onChange={setOn} />
      </Specimen>
    </>
  );
}
