// Names and values in two columns. A long value shows its beginning until it is asked for; a value that
// is JSON, as Slack and GitHub send in a form, can be shown indented.

import { type ReactNode, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { PairRow, PairTable } from '../components/PairTable.tsx';
import { bytes as formatBytes } from '../lib/format.ts';
import { Explained } from './explain/Explained.tsx';
import { MarkedText, type TextMark } from './find/MarkedText.tsx';
import { visibleText } from './invisible-characters.ts';
import { JsonLines } from './JsonLines.tsx';
import { reindentJson } from './json-reindent.ts';
import { runAtOnce } from './sliced.ts';
import type { BodyFacts } from './viewer.ts';

export interface TableField {
  key: number;
  name: string;
  value: string;
  /** What else there is to say: a file's name and size, what is odd. */
  note: string | null;
  /** Buttons below the value. */
  actions?: ReactNode;
}

/** What was found in a field. */
export interface FieldMarks {
  name: readonly TextMark[];
  value: readonly TextMark[];
}

const SHORT_CHARACTERS = 600;
/** More than this in one table cell would hold up the layout. */
const LONG_CHARACTERS = 20_000;
const JSON_CHARACTERS = 100_000;
/** How much of a value stands before a match that is far inside it. */
const BEFORE_MATCH = 200;

export interface FieldTableProps {
  label: string;
  fields: TableField[];
  facts: BodyFacts;
  marks?: (key: number) => FieldMarks;
}

const NO_MARKS: FieldMarks = { name: [], value: [] };

export function FieldTable({ label, fields, facts, marks = () => NO_MARKS }: FieldTableProps) {
  return (
    <PairTable label={label}>
      {fields.map((field) => (
        <FieldRow key={field.key} field={field} facts={facts} marks={marks(field.key)} />
      ))}
    </PairTable>
  );
}

interface FieldRowProps {
  field: TableField;
  facts: BodyFacts;
  marks: FieldMarks;
}

function FieldRow({ field: { name, value, note, actions }, facts, marks }: FieldRowProps) {
  const copy =
    value === ''
      ? null
      : { text: value, label: `Copy ${beginning(name, 60)}`, onError: facts.onCopyError };
  const shownName =
    name === '' ? (
      <span className="text-ink3">(no name)</span>
    ) : (
      <Excerpt text={name} limit={300} marks={marks.name} />
    );
  return (
    <PairRow name={shownName} copy={copy}>
      {value === '' && note === null ? <span className="text-ink3">(empty)</span> : null}
      {value === '' ? null : <FieldValue value={value} facts={facts} marks={marks.value} />}
      {note === null ? null : <p className="text-ink3 text-sm">{beginning(note, 300)}</p>}
      {actions}
    </PairRow>
  );
}

interface FieldValueProps {
  value: string;
  facts: BodyFacts;
  marks: readonly TextMark[];
}

function FieldValue({ value, facts, marks }: FieldValueProps) {
  const [open, setOpen] = useState(false);
  const json = value.length <= JSON_CHARACTERS && /^\s*[[{]/.test(value);
  const long = value.length > SHORT_CHARACTERS;
  const limit = open ? LONG_CHARACTERS : SHORT_CHARACTERS;
  return (
    <>
      {open && json && marks.length === 0 ? (
        <IndentedJson text={value} />
      ) : (
        <div className="wire whitespace-pre-wrap wrap-anywhere">
          <Explained text={value} receivedAt={facts.receivedAt}>
            <Excerpt text={value} limit={limit} marks={marks} />
          </Explained>
        </div>
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

interface ExcerptProps {
  text: string;
  limit: number;
  marks: readonly TextMark[];
}

/** The beginning, or what is around the match that one has stepped to. */
function Excerpt({ text, limit, marks }: ExcerptProps) {
  const current = marks.find((mark) => mark.current);
  const far = current !== undefined && current.to > limit;
  const start = far ? Math.max(0, current.from - BEFORE_MATCH) : 0;
  const shown = marks
    .filter((mark) => mark.from >= start && mark.to <= start + limit)
    .map((mark) => ({ ...mark, from: mark.from - start, to: mark.to - start }));
  return (
    <>
      {start > 0 ? '…' : null}
      <MarkedText text={text.slice(start, start + limit)} marks={shown} />
      {text.length > start + limit ? '…' : null}
    </>
  );
}

function beginning(text: string, limit: number): string {
  const shown = visibleText(text.slice(0, limit));
  return text.length > limit ? `${shown}…` : shown;
}
