// Names and values in two columns. A long value shows its beginning until it is asked for; a value that
// is JSON, as Slack and GitHub send in a form, can be shown indented.

import { useState } from 'react';
import { Button } from '../components/Button.tsx';
import { CopyButton } from '../components/CopyButton.tsx';
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
    <table aria-label={label} className="w-full table-fixed border-collapse">
      <colgroup>
        <col className="w-[34%]" />
        <col />
        <col className="w-9" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Copy</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow key={field.key} field={field} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRow({ field }: { field: TableField }) {
  const { name, value, note } = field;
  return (
    <tr className="group border-line2 not-first:border-t align-top">
      <th
        scope="row"
        className="wire wrap-anywhere py-1.5 pr-2 pl-3 text-left font-medium text-ink"
      >
        {name === '' ? <span className="text-ink3">(no name)</span> : beginning(name, 300)}
      </th>
      <td className="wrap-anywhere py-1.5 pr-1 text-ink2">
        {value === '' && note === null ? <span className="text-ink3">(empty)</span> : null}
        {value === '' ? null : <FieldValue value={value} />}
        {note === null ? null : <p className="text-ink3 text-sm">{beginning(note, 300)}</p>}
      </td>
      <td className="py-0.5 pr-1.5">
        {value === '' ? null : <CopyButton text={value} label={`Copy ${beginning(name, 60)}`} />}
      </td>
    </tr>
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
        <span className="wire whitespace-pre-wrap wrap-anywhere">{beginning(value, limit)}</span>
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
