// Deliveries whose body is in a file, one at a time: the database tells what it can, and the file is
// only opened where that leaves it open.

import { readFile, stat } from 'node:fs/promises';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { assertNever } from '../../../../../shared/assert-never.ts';
import { matchesPattern } from '../../../../../shared/query/matches.ts';
import { fileContains } from '../file-search.ts';
import { jsonMatches } from './body-json.ts';
import type { FileTest } from './message-conditions.ts';
import { type Leaf, leavesOf, type Plan, type PlanNode } from './plan.ts';

/** Larger files are searched for text only: taking one apart would keep others waiting. */
const MAX_PARSED_BYTES = 4 * 1024 * 1024;

export interface FileTests {
  /** Whether a delivery fits the whole filter. Rejects when the signal aborts. */
  matches(id: number, signal: AbortSignal): Promise<boolean>;
  close(): void;
}

export function prepareFileTests(
  db: DatabaseSyncInstance,
  plan: Plan,
  bodyPath: (id: number) => string,
): FileTests {
  const leaves = leavesOf(plan.root);
  const columns = leaves.map(({ sql }, place) => `${sql.sql} AS c${place}`);
  const known = db.prepare(
    `SELECT ${columns.join(', ')} FROM deliveries AS d JOIN messages AS m ON m.id = d.id
     WHERE d.id = ?`,
  );
  const parameters = leaves.flatMap(({ sql }) => sql.parameters);
  return {
    async matches(id, signal) {
      const row: Record<string, number> | undefined = known.get(...parameters, id);
      if (!row) return false;
      const facts = new Map(leaves.map((leaf, place) => [leaf, row[`c${place}`] === 1]));
      const path = bodyPath(id);
      return isTrue(plan.root, async (leaf) => {
        if (facts.get(leaf)) return true;
        return leaf.file !== null && (await testFile(path, leaf.file, signal));
      });
    },
    close: () => known.close(),
  };
}

/** Parts that need no file come first: see plan.ts. */
async function isTrue(node: PlanNode, test: (leaf: Leaf) => Promise<boolean>): Promise<boolean> {
  switch (node.kind) {
    case 'leaf':
      return test(node);
    case 'not':
      return !(await isTrue(node.part, test));
    case 'and':
    case 'or': {
      const decisive = node.kind === 'or';
      for (const part of node.parts) {
        if ((await isTrue(part, test)) === decisive) return decisive;
      }
      return !decisive;
    }
    default:
      return assertNever(node);
  }
}

async function testFile(path: string, test: FileTest, signal: AbortSignal): Promise<boolean> {
  if (test.kind === 'contains') return fileContains(path, test.needle, signal);
  const text = await readSmall(path, signal);
  if (text === null) return false;
  return test.kind === 'like'
    ? matchesPattern(text, test.pattern, 'whole')
    : jsonMatches(text, test.condition);
}

/** Null when it is large, or gone. */
async function readSmall(path: string, signal: AbortSignal): Promise<string | null> {
  try {
    const { size } = await stat(path);
    return size > MAX_PARSED_BYTES ? null : await readFile(path, { encoding: 'utf8', signal });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
