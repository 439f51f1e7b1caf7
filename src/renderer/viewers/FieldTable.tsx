// Names and values in two columns. A long value shows its beginning until it is asked for; a value that
// is JSON, as Slack and GitHub send in a form, can be shown indented.

import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { PairRow, PairTable } from '../components/PairTable.tsx';
import { bytes as formatBytes } from '../lib/format.ts';
import { visibleText } from './invisible-characters.ts';
import { JsonLines } from './JsonLines.tsx';
import { reindentJson } from './json-reindent.ts';
import { runAtOnce } from './sliced.ts';

export interface TableField {
  key: number;
  name: string;
  value: string;
  /** What else there is to say: a file's name and size, what is odd. */
  note: string | null;
}

const SHORT_CHARACTERS = 600;
/** More than this in one table cell would hold up the layout. */
const LONG_CHARACTERS = 20_000;
const JSON_CHARACTERS = 100_000;

export function FieldTable({ label, fields }: { label: string; fields: TableField[] }) {
  return (
    <PairTable label={label}>
      {fields.map((field) => (
        <FieldRow key={field.key} field={field} />
      ))}
    </PairTable>
  );
}

function FieldRow({ field: { name, value, note } }: { field: TableField }) {
  const copy = value === '' ? null : { text: value, label: `Copy ${beginning(name, 60)}` };
  const noName = <span className="text-ink3">(no name)</span>;
  return (
    <PairRow name={name === '' ? noName : beginning(name, 300)} copy={copy}>
      {value === '' && note === null ? <span className="text-ink3">(empty)</span> : null}
      {value === '' ? null : <FieldValue value={value} />}
      {note === null ? null : <p className="text-ink3 text-sm">{beginning(note, 300)}</p>}
    </PairRow>
  );
}

function FieldValue({ value }: { value: string }) {
  const [open, setOpen] = useState(false);
  const json = value.length <= JSON_CHARACTERS && /^\s*[[{]/.test(value);
  const long = value.length > SHORT_CHARACTERS;
  const limit = open ? LONG_CHARACTERS : SHORT_CHARACTERS;
  return (
    <>
      {open && json ? (
        <IndentedJson text={value} />
      ) : (
        <div className="wire whitespace-pre-wrap wrap-anywhere">{beginning(value, limit)}</div>
      )}
      {json || long ? (
        <Button size="sm" variant="ghost" className="-ml-2 flex!" onClick={() => setOpen(!open)}>
          {open ? 'Show less' : json ? 'Show as JSON' : `Show more of ${formatBytes(value.length)}`}
        </Button>
      ) : null}
    </>
  );
}

function IndentedJson({ text }: { text: string }) {
  const result = runAtOnce(reindentJson(text, { maxLines: 2000, many: false }));
  if (result.kind === 'pretty') return <JsonLines lines={result.lines} />;
  return (
    <span className="wire whitespace-pre-wrap break-all">{beginning(text, LONG_CHARACTERS)}</span>
  );
}

function beginning(text: string, limit: number): string {
  const shown = visibleText(text.slice(0, limit));
  return text.length > limit ? `${shown}…` : shown;
}
