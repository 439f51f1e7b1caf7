// Conditions on what is in the small rows: `deliveries AS d`.

import { assertNever } from '../../../../../shared/assert-never.ts';
import type { Condition, Flag } from '../../../../../shared/query/ast.ts';
import { fieldOf } from '../../../../../shared/query/fields.ts';
import { matchesPattern } from '../../../../../shared/query/matches.ts';
import { momentAt } from '../../../../../shared/query/moment.ts';
import { FAILED, labelCode, sourceCode, stateCode, statusCode, verdictCode } from '../../codes.ts';
import { parseId } from '../../ids.ts';
import type { QueryContext } from '../../store.ts';
import { columnLike, joinSql, NEVER, type Sql, sqlOf } from './sql.ts';

/** Null where the condition is about the message itself. */
export function columnCondition(condition: Condition, context: QueryContext): Sql | null {
  switch (condition.kind) {
    case 'words':
      return wordsCondition(condition, context);
    case 'number':
      return numberCondition(condition);
    case 'status-class': {
      const first = condition.hundreds * 100;
      return sqlOf('d.response_status BETWEEN ? AND ?', first, first + 99);
    }
    case 'verdict':
      return sqlOf('d.verdict = ?', verdictCode(condition.status));
    case 'label':
      return sqlOf('d.label = ?', labelCode(condition.label));
    case 'is':
      return flagCondition(condition.flag, context);
    case 'time': {
      const at = momentAt(condition.moment, context.now);
      return sqlOf(`d.received_at ${condition.side === 'before' ? '<' : '>='} ?`, at);
    }
    case 'text':
    case 'header':
    case 'json':
    case 'json-number':
      return null;
    default:
      return assertNever(condition);
  }
}

function wordsCondition(
  { field, pattern }: Extract<Condition, { kind: 'words' }>,
  { endpoints }: QueryContext,
): Sql | null {
  const takes = fieldOf(field).takes === 'part' ? 'part' : 'whole';
  switch (field) {
    case 'provider':
    case 'method':
    case 'reason':
    case 'note':
      return columnLike(`d.${field}`, pattern, takes);
    case 'type':
      return columnLike('d.event_type', pattern, takes);
    case 'path':
      return columnLike('d.target', pattern, takes);
    case 'id': {
      const own = parseId('dlv', pattern.text);
      const message = columnLike('d.message_id', pattern, takes);
      return own === null ? message : joinSql([sqlOf('d.id = ?', own), message], 'OR');
    }
    case 'endpoint': {
      const ids = endpoints
        .filter(({ id, name, path }) =>
          [id, name, path].some((text) => matchesPattern(text, pattern, takes)),
        )
        .map(({ id }) => id);
      return ids.length === 0
        ? NEVER
        : sqlOf(`d.endpoint_id IN (${ids.map(() => '?').join(', ')})`, ...ids);
    }
    case 'header':
    case 'body':
      return null;
    default:
      return assertNever(field);
  }
}

/** What has no answer has no status and no duration: it fits no comparison with one. */
function numberCondition({
  field,
  comparison,
  value,
}: Extract<Condition, { kind: 'number' }>): Sql {
  switch (field) {
    case 'status':
      return sqlOf(`(d.response_status >= 0 AND d.response_status ${comparison} ?)`, value);
    case 'duration':
      return sqlOf(`(d.answered_ms >= 0 AND d.answered_ms ${comparison} ?)`, value);
    case 'size':
      return sqlOf(`d.body_size ${comparison} ?`, value);
    default:
      return assertNever(field);
  }
}

function flagCondition(flag: Flag, context: QueryContext): Sql {
  switch (flag) {
    case 'pinned':
      return sqlOf('d.pinned = 1');
    case 'handshake':
      return sqlOf('d.handshake = 1');
    case 'duplicate':
      return sqlOf('(d.ordinal IS NOT NULL OR d.same_body IS NOT NULL)');
    case 'forwarded':
      return sqlOf(
        `(d.response_source = ? OR EXISTS (SELECT 1 FROM attempts AS a WHERE a.delivery_id = d.id
           AND json_extract(a.attempt, '$.trigger') <> 'handshake'))`,
        sourceCode('forward'),
      );
    case 'late':
      return perValue(
        'd.provider',
        context.deadlines.map(([id, ms]) => [id, 'd.answered_ms > ?', ms]),
        '0',
      );
    case 'unread':
      return perValue(
        'd.endpoint_id',
        Object.entries(context.seen).flatMap(([id, seen]): [string, string, number][] => {
          const row = parseId('dlv', seen);
          return row === null ? [] : [[id, 'd.id > ?', row]];
        }),
        '1',
      );
    case 'failed':
      return sqlOf('d.verdict = ?', FAILED);
    case 'noted':
      return sqlOf('d.note IS NOT NULL');
    case 'labelled':
      return sqlOf('d.label <> 0');
    case 'unanswered':
      return sqlOf('d.response_status = ?', statusCode(null));
    case 'malformed':
    case 'aborted':
    case 'oversized':
      return sqlOf('d.state = ?', stateCode(flag));
    default:
      return assertNever(flag);
  }
}

/** Another condition for each value of a column. */
function perValue(
  column: string,
  cases: readonly (readonly [value: string, sql: string, parameter: number])[],
  otherwise: string,
): Sql {
  if (cases.length === 0) return sqlOf(otherwise);
  return sqlOf(
    `CASE ${column} ${cases.map(([, sql]) => `WHEN ? THEN ${sql}`).join(' ')} ELSE ${otherwise} END`,
    ...cases.flatMap(([value, , parameter]) => [value, parameter]),
  );
}
