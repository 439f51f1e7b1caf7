// A filter as the store runs it: one SQL condition for what is in the database, and the same tree for
// deliveries whose body is in a file.

import { assertNever } from '../../../../../shared/assert-never.ts';
import type { Condition, Query } from '../../../../../shared/query/ast.ts';
import { momentAt } from '../../../../../shared/query/moment.ts';
import { firstIdAt } from '../../ids.ts';
import type { QueryContext } from '../../store.ts';
import type { Filter } from '../../threads/protocol.ts';
import { filterOf } from '../filter.ts';
import { columnCondition } from './column-conditions.ts';
import { type FileTest, messageCondition } from './message-conditions.ts';
import { joinSql, type Sql, sqlOf } from './sql.ts';

export interface Leaf {
  kind: 'leaf';
  sql: Sql;
  /** True: it looks at the message. */
  onMessage: boolean;
  file: FileTest | null;
}

export type PlanNode =
  | Leaf
  | { kind: 'and' | 'or'; parts: PlanNode[] }
  | { kind: 'not'; part: PlanNode };

export interface Plan {
  root: PlanNode;
  where: Sql;
  /** False: the small rows tell all. */
  onMessages: boolean;
  /** A single text and nothing else: the small rows are not needed at all. */
  onMessagesOnly: boolean;
  /** True: bodies in files have to be looked into. */
  inFiles: boolean;
  /** No delivery with a smaller id fits. */
  lowest: number;
}

/** `ids`: only these; null: any. */
export function planOf(
  query: Query,
  filter: Filter,
  context: QueryContext,
  ids: readonly number[] | null = null,
): Plan {
  const parts: PlanNode[] = filterOf(filter).map(columnLeaf);
  if (ids !== null) parts.push(columnLeaf(sqlOf(`d.id IN (${ids.join(', ')})`)));
  if (query.kind !== 'all') parts.push(nodeOf(query, context));
  const [only] = parts;
  const root: PlanNode = parts.length === 1 && only ? only : { kind: 'and', parts };
  const leaves = leavesOf(root);
  return {
    root,
    where: whereOf(root),
    onMessages: leaves.some(({ onMessage }) => onMessage),
    onMessagesOnly:
      root.kind === 'leaf' && query.kind === 'term' && query.condition.kind === 'text',
    inFiles: leaves.some(({ file }) => file !== null),
    lowest: Math.max(
      lowestId(query, context),
      ids === null ? 0 : Math.min(...ids, Number.MAX_SAFE_INTEGER),
    ),
  };
}

/** A part of it that only the small rows are needed for. */
function columnLeaf(sql: Sql): Leaf {
  return { kind: 'leaf', sql, onMessage: false, file: null };
}

function nodeOf(query: Query, context: QueryContext): PlanNode {
  switch (query.kind) {
    case 'all':
      return columnLeaf(sqlOf('1'));
    case 'and':
    case 'or': {
      const parts = query.parts.map((part) => nodeOf(part, context));
      // What is cheap goes first: what it decides spares the rest.
      return { kind: query.kind, parts: parts.sort((a, b) => costOf(a) - costOf(b)) };
    }
    case 'not':
      return { kind: 'not', part: nodeOf(query.part, context) };
    case 'term':
      return leafOf(query.condition, context);
    default:
      return assertNever(query);
  }
}

function leafOf(condition: Condition, context: QueryContext): Leaf {
  const column = columnCondition(condition, context);
  if (column !== null) return columnLeaf(column);
  switch (condition.kind) {
    case 'text':
    case 'words':
    case 'header':
    case 'json':
    case 'json-number':
      return { kind: 'leaf', onMessage: true, ...messageCondition(condition) };
    default:
      throw new Error(`a condition without a column: ${condition.kind}`);
  }
}

function costOf(node: PlanNode): number {
  const leaves = leavesOf(node);
  if (leaves.some(({ file }) => file !== null)) return 2;
  return leaves.some(({ onMessage }) => onMessage) ? 1 : 0;
}

export function leavesOf(node: PlanNode): Leaf[] {
  switch (node.kind) {
    case 'leaf':
      return [node];
    case 'and':
    case 'or':
      return node.parts.flatMap(leavesOf);
    case 'not':
      return leavesOf(node.part);
    default:
      return assertNever(node);
  }
}

function whereOf(node: PlanNode): Sql {
  switch (node.kind) {
    case 'leaf':
      return node.sql;
    case 'and':
    case 'or':
      return node.parts.length === 0
        ? sqlOf(node.kind === 'and' ? '1' : '0')
        : joinSql(node.parts.map(whereOf), node.kind === 'and' ? 'AND' : 'OR');
    case 'not': {
      const { sql, parameters } = whereOf(node.part);
      return { sql: `(NOT ${sql})`, parameters };
    }
    default:
      return assertNever(node);
  }
}

/** Ids are not older than the time at which the delivery came; see ids.ts. */
function lowestId(query: Query, context: QueryContext): number {
  if (query.kind === 'and') {
    return Math.max(0, ...query.parts.map((part) => lowestId(part, context)));
  }
  if (query.kind !== 'term' || query.condition.kind !== 'time') return 0;
  const { side, moment } = query.condition;
  return side === 'after' ? firstIdAt(momentAt(moment, context.now)) : 0;
}
