// The private keys with which an endpoint's test events are signed, where its provider signs with one:
// made here when first wanted, kept among the secrets, and never told.

import { HookglassError } from '../errors.ts';
import type { Vault } from '../secrets/vault.ts';
import { KEY_KINDS, type KeyKind, newPrivateKey, publicPem } from '../verify/key-pair.ts';
import type { TestKey } from '../verify/test-keys.ts';

export interface TestKeys {
  /** The public halves of those that can be read here. */
  of(endpointId: string): TestKey[];
  /**
   * The private key in PEM, made if there is none; `beforeKeeping` may still throw then. Rejects
   * `conflict` when there is one that cannot be opened here: another would be of no use to whoever has
   * entered its public half somewhere.
   */
  take(endpointId: string, kind: KeyKind, beforeKeeping: () => void): Promise<string>;
  forget(endpointId: string): void;
}

export function createTestKeys(vault: Vault): TestKeys {
  return {
    of: (endpointId) =>
      KEY_KINDS.flatMap((kind) => {
        const found = vault.reveal(idOf(endpointId, kind));
        return found.kind === 'value' ? [{ kind, publicKey: publicPem(found.value) }] : [];
      }),
    async take(endpointId, kind, beforeKeeping) {
      const id = idOf(endpointId, kind);
      const known = readable(vault, id);
      if (known !== null) return known;
      const made = await newPrivateKey(kind);
      // Another caller may have been quicker: what it was given stays.
      const other = readable(vault, id);
      if (other !== null) return other;
      beforeKeeping();
      vault.put(id, made);
      return made;
    },
    forget: (endpointId) => vault.remove(KEY_KINDS.map((kind) => idOf(endpointId, kind))),
  };
}

const idOf = (endpointId: string, kind: KeyKind) => `test-key.${endpointId}.${kind}`;

/** Null when there is none. Throws `conflict` when it cannot be opened. */
function readable(vault: Vault, id: string): string | null {
  const found = vault.reveal(id);
  if (found.kind === 'value') return found.value;
  if (found.kind === 'missing') return null;
  const message =
    'The test key of this endpoint is locked in a keychain that cannot be opened here. Open Hookglass where it was made.';
  throw new HookglassError('conflict', message);
}
