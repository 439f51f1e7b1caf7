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
  /** Removes the values of secrets that `after` no longer names. */
  forget(before: readonly SecretInfo[], after: readonly SecretInfo[]): void;
}

type SecretInput = NonNullable<CheckedInput<'endpoints.update'>['secrets']>[number];

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
    forget(before, after) {
      const kept = new Set(after.map((secret) => secret.id));
      vault.remove(before.map((secret) => secret.id).filter((id) => !kept.has(id)));
    },
  };
}
