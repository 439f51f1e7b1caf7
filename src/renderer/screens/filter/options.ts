// What one may want to type next in the filter field: fields, comparisons and values that were captured,
// each with what it would mean.

import type { CallInput } from '../../../shared/contract.ts';
import type { Suggestion } from '../../../shared/finding.ts';
import { type Completion, completedValue } from '../../../shared/query/complete.ts';
import { describeQuery } from '../../../shared/query/describe.ts';
import { type FieldName, fieldOf, queryFields } from '../../../shared/query/fields.ts';
import { parseQuery } from '../../../shared/query/parse.ts';

export interface FilterOption {
  /** What it puts in, and shows. */
  text: string;
  meaning: string;
  /** More has to follow, such as a value after a field's name: what comes next is offered at once. */
  goesOn: boolean;
}

export type Question = CallInput<'deliveries.suggest'>;

const BODY_PATH = /^body(?=[.[])/i;
/** So short a text begins too many words. */
const MIN_TEXT = 2;
const MAX_OPTIONS = 12;
const MAX_FROM_TEXT = 5;

/** What to ask the store for; null where it would know nothing. */
export function questionFor(completion: Completion): Question | null {
  const { prefix } = completion;
  if (prefix.length > 200) return null;
  switch (completion.kind) {
    case 'header':
      return { field: 'header-name', prefix, limit: MAX_OPTIONS };
    case 'name':
      if (BODY_PATH.test(prefix)) {
        return { field: 'body', prefix: prefix.slice('body'.length), limit: MAX_OPTIONS };
      }
      return prefix.length < MIN_TEXT || /[":[]/.test(prefix)
        ? null
        : { field: 'type', prefix, limit: MAX_FROM_TEXT };
    case 'value': {
      const { field, key } = completion;
      const { takes } = fieldOf(field);
      if (takes === 'size' || takes === 'duration' || takes === 'time') return null;
      if (field === 'body' || (field === 'header' && key === null)) return null;
      return { field, prefix, limit: MAX_OPTIONS, ...(key === null ? {} : { key }) };
    }
  }
}

/** The options at a place; `captured` is what the store answered to {@link questionFor}. */
export function optionsFor(
  draft: string,
  completion: Completion,
  captured: readonly Suggestion[],
): FilterOption[] {
  switch (completion.kind) {
    case 'header':
      return captured.map(({ value }) => ({
        text: `${value}]:`,
        meaning: 'A header that was received',
        goesOn: true,
      }));
    case 'name':
      return nameOptions(completion.prefix, captured);
    case 'value':
      return valueOptions(draft, completion, captured);
  }
}

/** The draft with an option taken, and where the caret goes. */
export function withOption(
  draft: string,
  { at, length }: Completion,
  { text, goesOn }: FilterOption,
): { draft: string; caret: number } {
  const rest = draft.slice(at + length).replace(/^[\]:]+/, '');
  const space = goesOn || rest.startsWith(' ') ? '' : ' ';
  return {
    draft: draft.slice(0, at) + text + space + rest,
    caret: at + text.length + space.length,
  };
}

function nameOptions(prefix: string, captured: readonly Suggestion[]): FilterOption[] {
  if (BODY_PATH.test(prefix)) {
    return captured.map(({ value }) => ({
      text: `body${value}:`,
      meaning: 'A value in a JSON body that was received',
      goesOn: true,
    }));
  }
  const typed = prefix.toLowerCase();
  const fields = queryFields
    .filter(({ name, aliases }) => [name, ...aliases].some((word) => word.startsWith(typed)))
    .map(({ name, description }) => ({
      text: name === 'header' ? 'header[' : `${name}:`,
      meaning: description,
      goesOn: true,
    }));
  const not = { text: 'not ', meaning: 'Everything but what follows.', goesOn: true };
  const words = 'not'.startsWith(typed) ? [not] : [];
  if (typed.length < MIN_TEXT) return [...fields, ...words];
  const chosen = queryFields.flatMap(({ name, choices }) =>
    choices
      .filter(({ value }) => value.startsWith(typed))
      .map(({ value }) => withMeaning(`${name}:${value}`)),
  );
  const types = captured.map(({ value }) => withMeaning(`type:${completedValue(value)}`));
  return [...fields, ...words, ...chosen, ...types].slice(0, MAX_OPTIONS);
}

function valueOptions(
  draft: string,
  { at, field, prefix, length }: Completion & { kind: 'value' },
  captured: readonly Suggestion[],
): FilterOption[] {
  const typed = draft.slice(at, at + length);
  const head = /\S*$/.exec(draft.slice(0, at))?.[0].replace(/^[-(]+/, '') ?? '';
  const option = (text: string, meaning: string | null = null): FilterOption => ({
    ...withMeaning(head + text),
    text,
    ...(meaning === null ? {} : { meaning }),
  });
  const offered = (HINTS[field] ?? []).filter((text) => text.startsWith(typed));
  const compares = /^[<>=!]/.test(typed);
  const values = compares
    ? []
    : captured.map(({ value, meaning }) => option(completedValue(value), meaning));
  const begins =
    fieldOf(field).takes === 'whole' && /^[^"*<>=!]+$/.test(typed) ? [`${prefix}*`] : [];
  const all = [...values, ...[...begins, ...offered].map((text) => option(text))];
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
}

/** Where the values are not a few words: what one would compare with. */
const HINTS: Partial<Record<FieldName, readonly string[]>> = {
  status: ['>=400', '2xx', '3xx', '4xx', '5xx'],
  size: ['>1kb', '>10kb', '>100kb', '>1mb', '<1kb'],
  duration: ['>100ms', '>1s', '>5s', '<=100ms'],
  after: ['10m', '1h', '24h', 'today', 'yesterday'],
  before: ['10m', '1h', '24h', 'today'],
  header: ['*'],
};

function withMeaning(term: string): FilterOption {
  const parsed = parseQuery(term);
  const words = parsed.ok ? describeQuery(parsed.query) : '';
  return { text: term, meaning: words.charAt(0).toUpperCase() + words.slice(1), goesOn: false };
}
