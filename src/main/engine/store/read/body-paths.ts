// The paths to the values of a JSON body, as a filter writes them after `body`.

import type { PathStep } from '../../../../shared/query/ast.ts';
import { printPath } from '../../../../shared/query/keys.ts';

const MAX_PATHS = 200;
const MAX_DEPTH = 8;
/** The first items tell what the others are like. */
const MAX_ITEMS = 2;

/** None for what is no JSON. */
export function bodyPaths(text: string): string[] {
  const paths: string[] = [];
  collect(parsed(text), [], paths);
  return paths;
}

function collect(value: unknown, path: readonly PathStep[], into: string[]): void {
  if (into.length >= MAX_PATHS || path.length > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.slice(0, MAX_ITEMS).entries()) {
      collect(item, [...path, index], into);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) collect(member, [...path, name], into);
  } else if (path.length > 0) into.push(printPath(path));
}

/** Null for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
