// The secrets of endpoints: values in the vault, everything else in the endpoint.

import type { CheckedInput } from '../../../shared/contract.ts';
import type { Endpoint, SecretInfo } from '../../../shared/model.ts';
import { HookglassError } from '../errors.ts';
import type { Vault } from '../secrets/vault.ts';
import type { Secret } from '../verify/scheme.ts';
import { lastFour, RUN_SECRET_ID } from './overrides.ts';

/** The secrets to verify with. `locked`: there is one that this host's keychain cannot open. */
export interface OpenedSecrets {
  secrets: Secret[];
  locked: boolean;
}

export interface EndpointSecrets {
  store(secret: { label: string; value: string }): SecretInfo;
  /** The list that `wanted` describes: kept ones by id, new ones stored. Throws `not-found`. */
  next(before: Endpoint, wanted: readonly SecretInput[]): SecretInfo[];
  /** The endpoint with each secret's source as it is on this host. */
  withSources(endpoint: Endpoint): Endpoint;
  open(endpoint: Endpoint, runSecret: string | null): OpenedSecrets;
  /** The list with `to` in the place of `from`, or behind the others when that is null. */
  replaced(endpoint: Endpoint, from: Secret | null, to: Secret): SecretInput[];
  /** Removes the values of secrets that `after` no longer names. */
  forget(before: readonly SecretInfo[], after: readonly SecretInfo[]): void;
}

/** One of the list that replaces an endpoint's secrets: kept by its id, or new. */
export type SecretInput = NonNullable<CheckedInput<'endpoints.update'>['secrets']>[number];

/** Those of `before` that `after` no longer names. */
export function droppedSecrets(
  before: readonly SecretInfo[],
  after: readonly SecretInfo[],
): SecretInfo[] {
  const kept = new Set(after.map(({ id }) => id));
  return before.filter(({ id }) => !kept.has(id));
}

export function createEndpointSecrets(vault: Vault, newId: () => string): EndpointSecrets {
  function store({ label, value }: { label: string; value: string }): SecretInfo {
    const id = newId();
    vault.put(id, value);
    return { id, label, lastFour: lastFour(value), source: 'stored' };
  }

  return {
    store,
    next: (before, wanted) =>
      wanted.flatMap((secret) => {
        if (!('id' in secret)) return [store(secret)];
        if (secret.id === RUN_SECRET_ID) return [];
        const kept = before.secrets.find((info) => info.id === secret.id);
        if (!kept) throw new HookglassError('not-found', `There is no secret ${secret.id}.`);
        return [{ ...kept, label: secret.label ?? kept.label }];
      }),
    withSources(endpoint) {
      const secrets = endpoint.secrets.map((info): SecretInfo => {
        if (info.source === 'environment') return info;
        return { ...info, source: vault.reveal(info.id).kind === 'value' ? 'stored' : 'locked' };
      });
      return { ...endpoint, secrets };
    },
    open(endpoint, runSecret) {
      const secrets = endpoint.secrets.flatMap(({ id, label }): Secret[] => {
        if (id === RUN_SECRET_ID) return runSecret === null ? [] : [{ label, value: runSecret }];
        const revealed = vault.reveal(id);
        return revealed.kind === 'value' ? [{ label, value: revealed.value }] : [];
      });
      return { secrets, locked: secrets.length < endpoint.secrets.length };
    },
    replaced(endpoint, from, to) {
      const isFrom = ({ id }: SecretInfo) => {
        const revealed = vault.reveal(id);
        return from !== null && revealed.kind === 'value' && revealed.value === from.value;
      };
      const kept = endpoint.secrets.map(
        (info): SecretInput =>
          isFrom(info) ? { label: info.label, value: to.value } : { id: info.id },
      );
      return from === null ? [...kept, { label: to.label, value: to.value }] : kept;
    },
    forget(before, after) {
      vault.remove(droppedSecrets(before, after).map(({ id }) => id));
    },
  };
}
