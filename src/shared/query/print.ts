// A filter as text again: parsing what is printed gives the same tree.

import { assertNever } from '../assert-never.ts';
import { printDuration, printSize } from './amounts.ts';
import type { Condition, Query } from './ast.ts';
import { printPath } from './keys.ts';
import { printMoment } from './moment.ts';
import { printPattern, printText } from './quoting.ts';

export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'and':
      return query.parts.map((part) => printPart(part, part.kind === 'or')).join(' ');
    case 'or':
      return query.parts.map((part) => printPart(part, false)).join(' or ');
    case 'not':
      return `-${printPart(query.part, query.part.kind === 'and' || query.part.kind === 'or')}`;
    case 'term':
      return printCondition(query.condition);
    default:
      return assertNever(query);
  }
}

function printPart(part: Query, inParentheses: boolean): string {
  return inParentheses ? `(${printQuery(part)})` : printQuery(part);
}

/** One term, to be added to a filter: `header[x-request-id]:7f3`. */
function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'text':
      return printText(condition.text);
    case 'words':
      return `${condition.field}:${printPattern(condition.pattern)}`;
    case 'header':
      return `header[${condition.name}]:${printPattern(condition.pattern)}`;
    case 'json':
      return `body${printPath(condition.path)}:${printPattern(condition.pattern)}`;
    case 'json-number':
      return `body${printPath(condition.path)}:${condition.order}${condition.value}`;
    case 'number':
      return printNumber(condition);
    case 'status-class':
      return `status:${condition.hundreds}xx`;
    case 'verdict':
      return `verdict:${condition.status}`;
    case 'label':
      return `label:${condition.label}`;
    case 'is':
      return `is:${condition.flag}`;
    case 'time':
      return `${condition.side}:${printMoment(condition.moment)}`;
    default:
      return assertNever(condition);
  }
}

function printNumber(condition: Extract<Condition, { kind: 'number' }>): string {
  const { field, comparison, value } = condition;
  const sign = comparison === '=' ? '' : comparison;
  switch (field) {
    case 'status':
      return `status:${sign}${value}`;
    case 'size':
      return `size:${sign}${printSize(value)}`;
    case 'duration':
      return `duration:${sign}${printDuration(value)}`;
    default:
      return assertNever(field);
  }
}
