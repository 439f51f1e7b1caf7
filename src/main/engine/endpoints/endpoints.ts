// The endpoints: kept whole in memory for the receive path, written through to the store.

import type { CheckedInput } from '../../../shared/contract.ts';
import type { Endpoint } from '../../../shared/model.ts';
import { HookglassError } from '../errors.ts';
import type { Vault } from '../secrets/vault.ts';
import type { KeyValueTable } from '../store/store.ts';
import type { KeyKind } from '../verify/key-pair.ts';
import type { Secret } from '../verify/scheme.ts';
import type { TestKey } from '../verify/test-keys.ts';
import {
  createEndpointSecrets,
  droppedSecrets,
  type OpenedSecrets,
  type SecretInput,
} from './endpoint-secrets.ts';
import { createFormerSecrets } from './former-secrets.ts';
import { matchEndpoint } from './match.ts';
import { overlaid, type RunOverrides, remainingOverrides } from './overrides.ts';
import {
  createdEndpoint,
  DEFAULT_ENDPOINT,
  normalPath,
  readEndpoint,
  updatedEndpoint,
} from './records.ts';
import { createTestKeys } from './test-keys.ts';

export interface Endpoints {
  list(): Endpoint[];
  /** Throws `not-found`. */
  get(id: string): Endpoint;
  match(target: string): Endpoint;
  secretsOf(endpoint: Endpoint): OpenedSecrets & { testKeys: readonly TestKey[] };
  /**
   * The private key in PEM that signs the endpoint's test events; made and accepted from the first
   * time. Rejects `not-found`, and `conflict` when it cannot be opened here.
   */
  testKeyOf(id: string, kind: KeyKind): Promise<string>;
  /** Those that it had earlier, the last first; none of them is accepted. */
  formerSecretsOf(id: string): readonly Secret[];
  /** What `update` takes to have `to` in the place of `from`, or beside the others when that is null. */
  secretsWith(id: string, from: Secret | null, to: Secret): SecretInput[];
  /** Throws `conflict` when the path is taken, `bad-input` for an unknown provider. */
  create(input: CheckedInput<'endpoints.create'>): Endpoint;
  update(input: CheckedInput<'endpoints.update'>): Endpoint;
  /** The default endpoint stays: throws `conflict`. */
  remove(id: string): void;
}

export interface EndpointsOptions {
  table: KeyValueTable;
  /** Where small things are noted besides. */
  settings: KeyValueTable;
  vault: Vault;
  overrides: RunOverrides;
  newId: () => string;
  now: () => Date;
  isProvider: (id: string) => boolean;
}

export function createEndpoints(options: EndpointsOptions): Endpoints {
  const { table, newId, now } = options;
  const secrets = createEndpointSecrets(options.vault, newId);
  const former = createFormerSecrets({ ...options, table: options.settings });
  const testKeys = createTestKeys(options.vault);
  const stored = readStored(table, now);
  let overrides = options.overrides;
  // Derived once per change: the receive path reads both for every request.
  let effective: Endpoint[] = [];
  const opened = new Map<string, ReturnType<Endpoints['secretsOf']>>();

  function refresh(): void {
    effective = [...stored.values()]
      .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name))
      .map((endpoint) => (endpoint.isDefault ? overlaid(endpoint, overrides) : endpoint))
      .map(secrets.withSources);
    opened.clear();
    for (const endpoint of effective) {
      const own = secrets.open(endpoint, overrides.secret ?? null);
      opened.set(endpoint.id, { ...own, testKeys: testKeys.of(endpoint.id) });
    }
  }

  function get(id: string): Endpoint {
    const endpoint = effective.find((candidate) => candidate.id === id);
    if (!endpoint) throw new HookglassError('not-found', `There is no endpoint ${id}.`);
    return endpoint;
  }

  function check(id: string, { path, provider }: { path?: string; provider?: string | null }) {
    if (path !== undefined) requireFreePath(stored.values(), id, normalPath(path));
    if (provider && !options.isProvider(provider)) {
      throw new HookglassError('bad-input', `There is no provider “${provider}”.`);
    }
  }

  function save(endpoint: Endpoint): Endpoint {
    stored.set(endpoint.id, endpoint);
    table.put(endpoint.id, JSON.stringify(endpoint));
    refresh();
    return get(endpoint.id);
  }

  refresh();
  return {
    list: () => effective,
    get,
    match: (target) => matchEndpoint(effective, target) ?? get(DEFAULT_ENDPOINT.id),
    secretsOf: ({ id }) => opened.get(id) ?? { secrets: [], locked: false, testKeys: [] },
    async testKeyOf(id, kind) {
      get(id);
      const key = await testKeys.take(id, kind, () => get(id));
      refresh();
      return key;
    },
    formerSecretsOf: former.of,
    secretsWith: (id, from, to) => secrets.replaced(get(id), from, to),
    create(input) {
      const id = newId();
      check(id, input);
      return save(createdEndpoint(id, input, (input.secrets ?? []).map(secrets.store), now()));
    },
    update(input) {
      const before = stored.get(input.id);
      if (!before) throw new HookglassError('not-found', `There is no endpoint ${input.id}.`);
      if (before.isDefault && input.path !== undefined && input.path !== '/') {
        throw new HookglassError('conflict', 'The default endpoint always stays at /.');
      }
      check(input.id, input);
      const next = input.secrets ? secrets.next(before, input.secrets) : before.secrets;
      if (before.isDefault) overrides = remainingOverrides(overrides, input);
      const saved = save(updatedEndpoint(before, input, next));
      former.keep(input.id, droppedSecrets(before.secrets, next));
      return saved;
    },
    remove(id) {
      const endpoint = get(id);
      if (endpoint.isDefault) {
        throw new HookglassError('conflict', 'The default endpoint cannot be removed.');
      }
      stored.delete(id);
      former.forget(id);
      table.remove(id);
      secrets.forget(endpoint.secrets, []);
      testKeys.forget(id);
      refresh();
    },
  };
}

/** The default endpoint is made with the first start. */
function readStored(table: KeyValueTable, now: () => Date): Map<string, Endpoint> {
  const stored = new Map<string, Endpoint>();
  for (const [id, json] of table.all()) stored.set(id, readEndpoint(json));
  if (!stored.has(DEFAULT_ENDPOINT.id)) {
    const first = { ...DEFAULT_ENDPOINT, createdAt: now().toISOString() };
    stored.set(first.id, first);
    table.put(first.id, JSON.stringify(first));
  }
  return stored;
}

function requireFreePath(endpoints: Iterable<Endpoint>, id: string, path: string): void {
  for (const other of endpoints) {
    if (other.path !== path || other.id === id) continue;
    const message = `The path ${path} already belongs to the endpoint “${other.name}”. Choose another path.`;
    throw new HookglassError('conflict', message);
  }
}
