// What a filter asks for, in plain English: `event type starts with “invoice.”`.

import { assertNever } from '../assert-never.ts';
import { printDuration, printSize } from './amounts.ts';
import type { Comparison, Condition, Moment, Pattern, Query } from './ast.ts';
import { fieldOf } from './fields.ts';
import { printPath } from './keys.ts';
import { printMoment } from './moment.ts';

/** The whole filter in one phrase, without a full stop. */
export function describeQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return 'everything';
    case 'and':
      return query.parts.map(describePart).join(', and ');
    case 'or':
      return query.parts.map(describePart).join(', or ');
    case 'not':
      return `not: ${describePart(query.part)}`;
    case 'term':
      return describeCondition(query.condition);
    default:
      return assertNever(query);
  }
}

function describePart(part: Query): string {
  const text = describeQuery(part);
  return part.kind === 'and' || part.kind === 'or' ? `(${text})` : text;
}

function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'text':
      return `contains ${shown(condition.text)}`;
    case 'words':
      return `${fieldOf(condition.field).label} ${described(condition.pattern, isPart(condition.field))}`;
    case 'header':
      return `header ${condition.name} ${described(condition.pattern, true)}`;
    case 'json':
      return `${pathWords(condition.path)} ${described(condition.pattern, false)}`;
    case 'json-number':
      return `${pathWords(condition.path)} is ${COMPARED[condition.order]} ${condition.value}`;
    case 'number':
      return describeNumber(condition);
    case 'status-class':
      return `status is ${condition.hundreds}xx`;
    case 'verdict':
      return condition.status === 'verified' ? 'is verified' : meaning('verdict', condition.status);
    case 'label':
      return `has the ${condition.label} label`;
    case 'is':
      return meaning('is', condition.flag);
    case 'time':
      return describeTime(condition.side, condition.moment);
    default:
      return assertNever(condition);
  }
}

const COMPARED: Readonly<Record<Comparison, string>> = {
  '=': 'exactly',
  '!=': 'not',
  '<': 'less than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
};

function isPart(field: Parameters<typeof fieldOf>[0]): boolean {
  return fieldOf(field).takes === 'part';
}

function meaning(field: 'verdict' | 'is', value: string): string {
  return fieldOf(field).choices.find((choice) => choice.value === value)?.meaning ?? value;
}

function described({ text, wildcard }: Pattern, isPartEnough: boolean): string {
  if (!wildcard) return `${isPartEnough ? 'contains' : 'is'} ${shown(text)}`;
  const [start = '', ...others] = text.split(/\*+/);
  const end = others.at(-1) ?? '';
  if (others.length === 1) {
    if (start === '' && end === '') return 'is there';
    if (end === '') return `starts with ${shown(start)}`;
    if (start === '') return `ends with ${shown(end)}`;
    return `starts with ${shown(start)} and ends with ${shown(end)}`;
  }
  const [between = ''] = others;
  if (others.length === 2 && start === '' && end === '') return `contains ${shown(between)}`;
  return `is like ${shown(text)}`;
}

function describeNumber(condition: Extract<Condition, { kind: 'number' }>): string {
  const { field, comparison, value } = condition;
  const compared = comparison === '=' && field === 'status' ? '' : `${COMPARED[comparison]} `;
  switch (field) {
    case 'status':
      return `status is ${compared}${value}`;
    case 'size':
      return `body is ${compared}${printSize(value).replace(/[a-z]+$/, (unit) => ` ${unit.toUpperCase()}`)}`;
    case 'duration':
      return `was answered in ${compared}${printDuration(value).replace(/[a-z]+$/, (unit) => ` ${unit}`)}`;
    default:
      return assertNever(field);
  }
}

function describeTime(side: 'before' | 'after', moment: Moment): string {
  if (moment.kind === 'ago') {
    const words = printMoment(moment).replace(/[a-z]$/, (unit) => ` ${AGO_UNITS[unit] ?? unit}`);
    const said = words.startsWith('1 ') ? words.replace(/s$/, '') : words;
    return side === 'after' ? `came in the last ${said}` : `came more than ${said} ago`;
  }
  const text = moment.text.replace('T', ' ');
  return side === 'after' ? `came ${text} or later` : `came before ${text}`;
}

const AGO_UNITS: Readonly<Record<string, string>> = {
  s: 'seconds',
  m: 'minutes',
  h: 'hours',
  d: 'days',
  w: 'weeks',
};

function pathWords(path: Parameters<typeof printPath>[0]): string {
  return printPath(path).replace(/^\./, '');
}

function shown(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}
