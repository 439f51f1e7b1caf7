// Secrets that an endpoint had earlier: the last few stay in the vault for some weeks, so that it can be
// told of a request that it was signed with one of them. None of them is accepted any more.

import { z } from 'zod';
import type { SecretInfo } from '../../../shared/model.ts';
import type { Vault } from '../secrets/vault.ts';
import type { KeyValueTable } from '../store/store.ts';
import type { Secret } from '../verify/scheme.ts';

/** Whoever changes a secret more often has tried things out; the last few tell enough. */
const MAX_KEPT = 3;
const KEPT_MS = 30 * 86_400_000;
const KEY = 'former-secrets';

const recordSchema = z.strictObject({
  endpointId: z.string(),
  /** Its id in the vault, which it had as the endpoint's own. */
  id: z.string(),
  label: z.string(),
  /** When it goes for good, ms since the epoch. */
  until: z.number(),
});
type FormerSecret = z.infer<typeof recordSchema>;

export interface FormerSecrets {
  /** Those that can be read here, the last first. */
  of(endpointId: string): Secret[];
  /** Takes over what the endpoint has no longer. */
  keep(endpointId: string, gone: readonly SecretInfo[]): void;
  /** Removes all of an endpoint that is gone. */
  forget(endpointId: string): void;
}

export interface FormerSecretsOptions {
  table: KeyValueTable;
  vault: Vault;
  now: () => Date;
}

export function createFormerSecrets({ table, vault, now }: FormerSecretsOptions): FormerSecrets {
  let records = readRecords(table);

  function save(kept: FormerSecret[]): void {
    const dropped = records.filter((record) => !kept.includes(record));
    const added = kept.some((record) => !records.includes(record));
    if (dropped.length === 0 && !added) return;
    records = kept;
    table.put(KEY, JSON.stringify(kept));
    vault.remove(dropped.map(({ id }) => id));
  }

  const notExpired = () => records.filter(({ until }) => until > now().getTime());

  save(notExpired());
  return {
    of(endpointId) {
      save(notExpired());
      return records
        .filter((record) => record.endpointId === endpointId)
        .flatMap(({ id, label }): Secret[] => {
          const revealed = vault.reveal(id);
          return revealed.kind === 'value' ? [{ label, value: revealed.value }] : [];
        });
    },
    keep(endpointId, gone) {
      const until = now().getTime() + KEPT_MS;
      const added = gone.map(({ id, label }) => ({ endpointId, id, label, until }));
      const own = notExpired().filter((record) => record.endpointId === endpointId);
      const others = notExpired().filter((record) => record.endpointId !== endpointId);
      const kept = [...added, ...own].slice(0, MAX_KEPT);
      // What does not fit any more was never noted: its value goes at once.
      vault.remove(added.filter((record) => !kept.includes(record)).map(({ id }) => id));
      save([...kept, ...others]);
    },
    forget: (endpointId) => save(records.filter((record) => record.endpointId !== endpointId)),
  };
}

/** Written by us; what cannot be read is as good as none. */
function readRecords(table: KeyValueTable): FormerSecret[] {
  const parsed = z.array(recordSchema).safeParse(JSON.parse(table.all().get(KEY) ?? '[]'));
  return parsed.success ? parsed.data : [];
}
