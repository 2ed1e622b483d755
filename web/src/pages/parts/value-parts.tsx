import { Fact, Facts } from '../../parts/facts';
import { Money } from '../../parts/money';
import { Quantity } from '../../parts/quantity';
import { StatusMark } from '../../parts/status-mark';
import { Time } from '../../parts/time';
import { ZoneNote } from '../../parts/zone-note';
import { Specimen } from './specimen';

/** Decimals as the service has them; no double holds the second one. */
const QUANTITIES = [
  ['0', 'EA'],
  ['-45035996274511220.2676480002', 'KG'],
  ['815900000.500', 'M'],
  ['0.0000001', 'CTN'],
] as const;

/** Zeros behind a currency's decimals are left out; the last code is none that browsers know. */
const AMOUNTS = [
  ['-1234.5000', 'AUD'],
  ['90071992547409.9350', 'USD'],
  ['180838.0000', 'JPY'],
  ['12.3400', 'A$'],
] as const;

/** What is only read. */
export function ValueParts() {
  return (
    <>
      <Specimen name="StatusMark">
        {(['neutral', 'good', 'warn', 'bad', 'accent'] as const).map((tone) => (
          <StatusMark key={tone} tone={tone}>
            {tone}
          </StatusMark>
        ))}
      </Specimen>
      <Specimen name="Quantity">
        {QUANTITIES.map(([value, unit]) => (
          <Quantity key={value} value={value} unit={unit} />
        ))}
        <Quantity value={null} />
      </Specimen>
      <Specimen name="Money">
        {AMOUNTS.map(([amount, currency]) => (
          <Money key={currency} amount={amount} currency={currency} />
        ))}
        <Money amount={null} currency="AUD" />
      </Specimen>
      <Specimen name="Time, ZoneNote">
        <Time value="2026-10-25T04:30:00Z" />
        <Time value="2026-10-25T04:30:00Z" detail="day" />
        <Time value="2026-10-25" />
        <Time value={null} />
        <ZoneNote />
      </Specimen>
      <Specimen name="Facts">
        <Facts>
          <Fact label="Part">PKG-10003-ROLL</Fact>
          <Fact label="Left out, as it has no value">{null}</Fact>
          <Fact label="Without a break">
            Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde
          </Fact>
          <Fact label="Two lines">{'220 Dock Street\nMelbourne VIC 3000'}</Fact>
        </Facts>
      </Specimen>
    </>
  );
}
