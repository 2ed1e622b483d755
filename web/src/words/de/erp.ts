import type { Words } from '../en';

export const erp: Words['erp'] = {
  title: 'ERP',
  up: 'Antwortet',
  down: 'Antwortet nicht',
  checked: 'Geprüft um <when></when> und alle 10 Sekunden wieder, solange diese Seite vorn ist.',
  downSince:
    'Das ERP antwortet seit {since} nicht. Der Bestand zeigt den letzten Stand oder sagt, dass er fehlt; alles andere funktioniert.',
  lastGood: 'Letzte Antwort',
  state: 'Zustand',
  now: 'Antwortzeit jetzt',
  ms: 'ms',
  noAnswer: 'Keine Antwort',
  rights: 'Der Zugang des Portals dort',
  readOnly: 'Kann nur lesen',
  notReadOnly: 'Nicht als nur lesend bekannt',
  notReadOnlyText:
    'Das Portal liest in jedem Fall nur. Ob sein Zugang mehr könnte, sagt eine Prüfung, die vielleicht noch nicht möglich war.',
  kind: 'Art',
  kinds: { mssql: 'Microsoft SQL Server', postgres: 'PostgreSQL', embedded: 'Eingebaut, für die Demo' },
  circuit: 'Schutzschalter',
  circuits: {
    closed: 'Geschlossen: Abfragen gehen hinaus',
    open: 'Offen: keine Abfrage geht hinaus',
    half_open: 'Halb offen: eine Abfrage probiert es',
  },
  encryption: 'Verschlüsselung',
  encryptions: { none: 'Keine' },
  notYet: 'Noch keine Verbindung',
  failures: 'Gescheiterte Abfragen der letzten 5 Minuten',
  noQueries: 'Es gab keine Abfragen',
  lastError: 'Letzter Fehler einer Bestandsabfrage',
  latency: 'Antwortzeit',
  latencyText:
    'Wie lange eine einfache Abfrage dauerte, bis eine halbe Stunde zurück: Der Dienst merkt es sich, solange jemand hinsieht.',
  chart:
    'Antwortzeit von {from} bis {to}: zwischen {least} und {most} ms, {count, plural, =0 {immer mit Antwort} one {# Prüfung ohne Antwort} other {# Prüfungen ohne Antwort}}.',
  chartNone: 'Von {from} bis {to} kam keine Antwort.',
  few: 'Die Linie beginnt mit der zweiten Prüfung.',
  table: 'Als Tabelle',
  at: 'Geprüft um',
};
