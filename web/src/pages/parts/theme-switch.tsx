import { useState } from 'react';
import { Switch } from '../../parts/switch';

/** Turns the page to dark or light, and its lists to narrow rows, as preferences would. */
export function ThemeSwitch() {
  const [isDark, setDark] = useState(false);
  const [isCompact, setCompact] = useState(false);
  const { dataset } = document.documentElement;
  return (
    <>
      <Switch
        label="Dark"
        checked={isDark}
        onChange={(on) => {
          dataset['theme'] = on ? 'dark' : 'light';
          setDark(on);
        }}
      />
      <Switch
        label="Narrow rows"
        checked={isCompact}
        onChange={(on) => {
          dataset['density'] = on ? 'compact' : 'comfortable';
          setCompact(on);
        }}
      />
    </>
  );
}
