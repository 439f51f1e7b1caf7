// What a filter asks of a JSON body, where SQLite cannot be asked: files, and names it has no path for.

import { assertNever } from '../../../../../shared/assert-never.ts';
import type { PathStep } from '../../../../../shared/query/ast.ts';
import { matchesPattern } from '../../../../../shared/query/matches.ts';
import { isAnything, type JsonCondition } from './message-conditions.ts';

/** False for what is no JSON. The caller bounds its size. */
export function jsonMatches(text: string, condition: JsonCondition): boolean {
  const value = valueAt(parse(text), condition.path);
  if (value === undefined) return false;
  if (condition.kind === 'json-number') return compares(value, condition);
  if (isAnything(condition.pattern)) return true;
  if (typeof value === 'object' && value !== null) return false;
  return matchesPattern(String(value), condition.pattern, 'whole');
}

function compares(
  value: unknown,
  { order, value: limit }: Extract<JsonCondition, { kind: 'json-number' }>,
): boolean {
  if (typeof value !== 'number') return false;
  switch (order) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    default:
      return assertNever(order);
  }
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Own members and items only. */
function valueAt(root: unknown, path: readonly PathStep[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if ((typeof step === 'number') !== Array.isArray(value)) return undefined;
    if (!Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PathStep, unknown>)[step];
  }
  return value;
}
