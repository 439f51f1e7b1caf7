// A filter as the field shows it: what has to be true as tags, and behind them what is being typed. The
// text is the truth; tags are parts of it.

import { assertNever } from '../../../shared/assert-never.ts';
import type { Query } from '../../../shared/query/ast.ts';
import { describeQuery } from '../../../shared/query/describe.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { printQuery } from '../../../shared/query/print.ts';
import { termsOf } from '../../../shared/query/terms.ts';

export interface FieldText {
  /** Each a filter by itself. */
  tags: readonly string[];
  /** What stands in the input, free text or a term that is not finished. */
  draft: string;
}

export interface FieldMistake {
  /** Where it is in the draft, in UTF-16 units. */
  at: number;
  length: number;
  message: string;
  /** What to write there instead; null when there is nothing to suggest. */
  suggestion: string | null;
}

/** The filter's text, and where the draft begins in it. */
export interface JoinedText {
  text: string;
  draftAt: number;
}

/** A text in tags, with its free words as the draft, and what cannot be read behind them. */
export function splitText(text: string): FieldText {
  const parsed = parseQuery(text);
  if (!parsed.ok) {
    const at = text.lastIndexOf(' ', parsed.error.at);
    const before = at === -1 ? { tags: [], draft: '' } : splitGood(text.slice(0, at));
    const rest = text.slice(at + 1);
    if (before === null || goesOn(rest)) return { tags: [], draft: text.trim() };
    return { ...before, draft: `${before.draft} ${rest}`.trim() };
  }
  const tags: string[] = [];
  const words: string[] = [];
  for (const { at, length, query } of termsOf(parsed.query)) {
    const written = text.slice(at, at + length);
    // After an “and”, a second one is a word; by itself it has to be quoted.
    const kept = parseQuery(written).ok ? written : printQuery(query);
    (isFreeText(query) ? words : tags).push(kept);
  }
  return { tags, draft: words.join(' ') };
}

/** Null for what cannot be read, and for a choice, which what follows it would become a part of. */
function splitGood(text: string): FieldText | null {
  const parsed = parseQuery(text);
  return parsed.ok && parsed.query.kind !== 'or' ? splitText(text) : null;
}

/** The filter of a field: everything in it has to be true. */
export function joinText({ tags, draft }: FieldText): JoinedText {
  const alone = tags.length === 1 && (draft.trim() === '' || goesOn(draft));
  const before = tags.map((tag) => (alone ? tag : enclosed(tag))).join(' ');
  const typed = draft.trim();
  if (typed === '') return { text: before, draftAt: before.length };
  const start = before === '' ? 0 : before.length + 1;
  const indent = draft.length - draft.trimStart().length;
  const kept = before === '' ? typed : enclosed(typed);
  const opened = kept === typed ? 0 : 1;
  return { text: before === '' ? kept : `${before} ${kept}`, draftAt: start + opened - indent };
}

/** Makes tags of what is finished in the draft. */
export function withDraftAsTags(field: FieldText): FieldText {
  const { text } = joinText(field);
  if (!parseQuery(text).ok) return field;
  if (goesOn(field.draft)) return splitText(text);
  const { tags, draft } = splitText(field.draft);
  return { tags: [...field.tags, ...tags], draft };
}

/** Takes a tag back into the draft, before what stands there. */
export function withTagAsDraft({ tags, draft }: FieldText, index: number): FieldText {
  const tag = tags[index] ?? '';
  return {
    tags: tags.filter((_, at) => at !== index),
    draft: [tag, draft.trim()].filter((part) => part !== '').join(' '),
  };
}

/** Why the field is no filter; null while it is one. */
export function mistakeIn(field: FieldText): FieldMistake | null {
  const { text, draftAt } = joinText(field);
  const parsed = parseQuery(text);
  if (parsed.ok) return null;
  const { at, length, message, suggestion } = parsed.error;
  const start = Math.min(Math.max(at - draftAt, 0), field.draft.length);
  const end = Math.min(Math.max(at + length - draftAt, start + 1), field.draft.length);
  return { at: start, length: end - start, message, suggestion: suggestion ?? null };
}

/** The draft with what was suggested in the place of the mistake. */
export function corrected(draft: string, { at, length, suggestion }: FieldMistake): string {
  return draft.slice(0, at) + (suggestion ?? '') + draft.slice(at + length);
}

export interface TagWords {
  /** The field's name, or `not`; empty when there is none. */
  lead: string;
  text: string;
  /** In plain English, beginning with a capital letter; with a key of the body as that is written. */
  reading: string;
}

/** How a tag is written and read. */
export function tagWords(tag: string): TagWords {
  const parsed = parseQuery(tag);
  if (!parsed.ok) return { lead: '', text: tag, reading: tag };
  const { query } = parsed;
  const words = describeQuery(query);
  const reading = startsWithKey(query) ? words : words.charAt(0).toUpperCase() + words.slice(1);
  if (query.kind === 'not') return { lead: 'not', text: tag.replace(NOT, ''), reading };
  const lead = query.kind === 'term' ? (HEAD.exec(tag)?.[0] ?? '') : '';
  return { lead: lead.slice(0, -1), text: tag.slice(lead.length), reading };
}

/** Keys of JSON are not the same in capital letters. */
function startsWithKey(query: Query): boolean {
  switch (query.kind) {
    case 'term':
      return query.condition.kind === 'json' || query.condition.kind === 'json-number';
    case 'and':
    case 'or': {
      const [first] = query.parts;
      return first !== undefined && startsWithKey(first);
    }
    case 'all':
    case 'not':
      return false;
    default:
      return assertNever(query);
  }
}

const NOT = /^(?:-|not\s+|not(?=\())/i;
/** A field with its key, up to the colon. */
const HEAD = /^[a-z][a-z-]*(?:\[(?:"(?:[^"\\]|\\.)*"|[^\]"])*\]|\.[^\s.:[\]()"]+)*:/i;
const GOES_ON = /^\s*(?:or|and)(?=[\s(]|$)/i;

/** Whether it continues what stands before it rather than adding to it. */
function goesOn(draft: string): boolean {
  return GOES_ON.test(draft);
}

function isFreeText(query: Query): boolean {
  return query.kind === 'term' && query.condition.kind === 'text';
}

/** In parentheses where others beside it would change what it means. */
function enclosed(text: string): string {
  const parsed = parseQuery(text);
  if (!parsed.ok || parsed.query.kind !== 'or') return text;
  const { at, length } = parsed.query.span;
  // With its own parentheses around it, it is closed already.
  const [only] = termsOf(parsed.query);
  const closed = text.charAt(at) === '(' && isOneGroup(text.slice(at, at + length));
  return only !== undefined && closed ? text : `(${text})`;
}

/** Whether the parenthesis that it begins with closes at its end. */
function isOneGroup(text: string): boolean {
  return text.endsWith(')') && parseQuery(text.slice(1, -1)).ok;
}
