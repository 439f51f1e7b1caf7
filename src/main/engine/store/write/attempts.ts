// The SQL that writes attempts and their response bodies. Every function belongs inside a transaction.

import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Attempt } from '../../../../shared/model.ts';
import { parseId } from '../ids.ts';

export interface AttemptWriter {
  /** Does nothing when the delivery is gone; one that was just removed may come back. */
  put(attempt: Attempt): void;
  /** Does nothing when the attempt is gone. */
  putBody(attemptId: string, bytes: Uint8Array): void;
  /** Ends what a crash left pending, as interrupted failures. */
  interruptPending(): void;
}

export function createAttemptWriter(db: DatabaseSyncInstance): AttemptWriter {
  const put = db.prepare(
    `INSERT INTO attempts (id, delivery_id, pending, attempt)
     SELECT ?1, ?2, ?3, ?4 WHERE EXISTS (SELECT 1 FROM messages WHERE id = ?2)
     ON CONFLICT (id) DO UPDATE SET pending = excluded.pending, attempt = excluded.attempt`,
  );
  const putBody = db.prepare(
    `INSERT OR REPLACE INTO attempt_bodies (id, body)
     SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM attempts WHERE id = ?1)`,
  );
  const pending = db.prepare('SELECT id, attempt FROM attempts WHERE pending = 1');
  const end = db.prepare('UPDATE attempts SET pending = 0, attempt = ? WHERE id = ?');

  return {
    put({ id, deliveryId, ...rest }) {
      const own = parseId('att', id);
      const delivery = parseId('dlv', deliveryId);
      if (own === null || delivery === null) return;
      put.run(own, delivery, rest.outcome === 'pending' ? 1 : 0, JSON.stringify(rest));
    },
    putBody(attemptId, bytes) {
      const id = parseId('att', attemptId);
      if (id !== null) putBody.run(id, bytes);
    },
    interruptPending() {
      for (const { id, attempt } of pending.all()) {
        end.run(JSON.stringify(interrupted(JSON.parse(attempt))), id);
      }
    },
  };
}

function interrupted<A extends Pick<Attempt, 'outcome' | 'failure'>>(attempt: A): A {
  return {
    ...attempt,
    outcome: 'failure',
    failure: {
      code: 'interrupted',
      message:
        'Hookglass was stopped before the destination had answered, so whether it was received is not known. Replay it if it was not.',
    },
  };
}
