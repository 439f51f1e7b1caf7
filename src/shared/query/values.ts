// What a field's value means: the condition it makes, or the mistake in it.

import { assertNever } from '../assert-never.ts';
import { LABELS } from '../labels.ts';
import type { VerdictStatus } from '../model.ts';
import { parseDuration, parseSize, splitComparison } from './amounts.ts';
import type { Comparison, Condition, Flag, Order, Pattern, Span, WordField } from './ast.ts';
import { QueryMistake } from './cursor.ts';
import type { QueryField } from './fields.ts';
import type { Key } from './keys.ts';
import { parseMoment } from './moment.ts';
import { nearest } from './nearest.ts';

export interface Value {
  text: string;
  isQuoted: boolean;
  span: Span;
}

const STATUS = /^\d{1,3}$/;
const STATUS_CLASS = /^([1-5])xx$/i;
const JSON_NUMBER = /^-?\d{1,300}(?:\.\d{1,300})?(?:e[+-]?\d{1,3})?$/i;

/** Throws a {@link QueryMistake}. */
export function conditionOf(field: QueryField, key: Key | null, value: Value): Condition {
  if (field.key === 'json' && key !== null) return inJson(key, value);
  if (field.key === 'header' && key !== null) {
    const name = (key.kind === 'header' ? key.name : String(key.path[0])).toLowerCase();
    return { kind: 'header', name, pattern: patternOf(value) };
  }
  switch (field.takes) {
    case 'whole':
    case 'part':
      return { kind: 'words', field: field.name as WordField, pattern: patternOf(value) };
    case 'choice':
      return choiceOf(field, value);
    case 'number':
      return statusOf(field, value);
    case 'size':
      return amountOf('size', value, parseSize, 'a size such as size:>10kb');
    case 'duration':
      return amountOf(
        'duration',
        value,
        parseDuration,
        'a time with its unit, such as duration:>1s',
      );
    case 'time':
      return momentOf(field, value);
    default:
      return assertNever(field.takes);
  }
}

function patternOf({ text, isQuoted }: Value): Pattern {
  // With parentheses it could not be told where such a value ends.
  return { text, wildcard: !isQuoted && text.includes('*') && !/[()]/.test(text) };
}

function inJson(key: Key, value: Value): Condition {
  const path = key.kind === 'json' ? key.path : [key.name];
  const { comparison, rest } = splitComparison(value.text);
  if (!value.isQuoted && /^!?=/.test(value.text)) {
    const message =
      'A value is compared as it is: body.a:5 is equal, -body.a:5 is anything else. As a text, put it in quotes.';
    throw new QueryMistake(value.span, message);
  }
  if (value.isQuoted || comparison === '=' || comparison === '!=') {
    return { kind: 'json', path, pattern: patternOf(value) };
  }
  const number = Number(rest);
  if (!JSON_NUMBER.test(rest) || !Number.isFinite(number)) {
    const message = `After ${comparison} goes a number, not “${rest}”. As a text, put the value in quotes.`;
    throw new QueryMistake(value.span, message);
  }
  // -0 would be printed as 0.
  return { kind: 'json-number', path, order: comparison as Order, value: number + 0 };
}

function choiceOf(field: QueryField, { text, span }: Value): Condition {
  const chosen = text.toLowerCase();
  const values = field.choices.map(({ value }) => value);
  if (!values.includes(chosen)) {
    const near = nearest(chosen, values);
    const advice = near === null ? `It can be ${listed(values)}.` : `Did you mean “${near}”?`;
    throw new QueryMistake(span, `“${field.name}” cannot be “${text}”. ${advice}`, near);
  }
  if (field.name === 'verdict') return { kind: 'verdict', status: chosen as VerdictStatus };
  if (field.name === 'is') return { kind: 'is', flag: chosen as Flag };
  return { kind: 'label', label: LABELS.find((label) => label === chosen) ?? LABELS[0] };
}

function statusOf(field: QueryField, { text, span }: Value): Condition {
  const hundreds = STATUS_CLASS.exec(text)?.[1];
  if (hundreds !== undefined) return { kind: 'status-class', hundreds: Number(hundreds) };
  const { comparison, rest } = splitComparison(text);
  if (STATUS.test(rest)) {
    return { kind: 'number', field: 'status', comparison, value: Number(rest) };
  }
  const message = `“${text}” is no status. Write it as in ${listed(field.examples)}.`;
  throw new QueryMistake(span, message);
}

function amountOf(
  field: 'size' | 'duration',
  { text, span }: Value,
  parse: (text: string) => number | null,
  expected: string,
): Condition {
  const { comparison, rest } = splitComparison(text);
  const value = parse(rest);
  if (value !== null) return { kind: 'number', field, comparison: comparison as Comparison, value };
  throw new QueryMistake(span, `“${text}” is not ${expected}.`);
}

function momentOf(field: QueryField, { text, span }: Value): Condition {
  const moment = parseMoment(text);
  if (moment !== null) {
    return { kind: 'time', side: field.name === 'before' ? 'before' : 'after', moment };
  }
  const message = `“${text}” is no time. Write it as in ${listed(field.examples)}.`;
  throw new QueryMistake(span, message);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
