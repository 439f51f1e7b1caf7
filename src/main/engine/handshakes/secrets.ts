// Signing secrets that arrive in a handshake: stored as the endpoint's, and never told again.

import type { Delivery, Endpoint, HandshakeDetail, Notice } from '../../../shared/model.ts';
import type { Bus } from '../bus.ts';
import type { Endpoints } from '../endpoints/endpoints.ts';
import type { Notices } from '../notices.ts';
import type { Store } from '../store/store.ts';
import { interpret } from '../verify/index.ts';
import { senderOf } from './sender.ts';

export interface SecretsOptions {
  endpoints: Endpoints;
  bus: Bus;
  notices: Notices;
}

/**
 * The first secret is believed, since before it nothing can be verified anyway. A later one is only
 * offered: whoever knows the URL could otherwise have their own accepted beside the provider's.
 */
export function takeSecret(
  options: SecretsOptions,
  endpoint: Endpoint,
  secret: string,
): NonNullable<HandshakeDetail['secret']> {
  try {
    // Asked anew: two may have arrived together.
    const current = options.endpoints.get(endpoint.id);
    if (hasSecret(options, current, secret)) return 'stored';
    if (current.secrets.length > 0) {
      options.notices.add(offered(current));
      return 'offered';
    }
    // A warning, since it may have been a stranger.
    keepSecret(options, current, secret, 'warning');
    return 'stored';
  } catch (error) {
    options.notices.addError(error);
    return 'offered';
  }
}

export function hasSecret(
  { endpoints }: SecretsOptions,
  endpoint: Endpoint,
  secret: string,
): boolean {
  return endpoints.secretsOf(endpoint).secrets.some(({ value }) => value === secret);
}

export function keepSecret(
  { endpoints, bus, notices }: SecretsOptions,
  endpoint: Endpoint,
  value: string,
  level: Notice['level'],
): void {
  const { id, secrets } = endpoint;
  const label = freeLabel(secrets.map((secret) => secret.label));
  const kept = secrets.map((secret) => ({ id: secret.id }));
  endpoints.update({ id, secrets: [...kept, { label, value }] });
  bus.publish({ type: 'endpoints.changed', endpoints: endpoints.list() });
  notices.add({
    code: `handshake-secret-${id}`,
    level,
    message: `A signing secret came to the endpoint “${endpoint.name}” with a handshake of ${senderOf(endpoint)}. It was stored as “${label}”, and what comes is verified with it from now on. If you did not just make a webhook there, remove it.`,
  });
}

function freeLabel(taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const label = n === 1 ? 'from the handshake' : `from handshake ${n}`;
    if (!taken.includes(label)) return label;
  }
}

function offered(endpoint: Endpoint): Notice {
  return {
    code: `handshake-secret-${endpoint.id}`,
    level: 'warning',
    message: `A signing secret was sent to the endpoint “${endpoint.name}” with a handshake of ${senderOf(endpoint)}, but the endpoint has one already. If you have just made a webhook there, open the delivery and store its secret.`,
  };
}

/** The secret that a stored handshake brought: read anew, because it is kept nowhere else. */
export async function secretOf(
  store: Store,
  endpoint: Endpoint,
  delivery: Delivery,
): Promise<string | null> {
  const body = await store.getBody(delivery.id);
  if (!body) return null;
  const { method, target, headers, provider } = delivery;
  const { providerOptions } = endpoint;
  const { handshake } = interpret(
    { method, target, headers, body, complete: true },
    { provider, providerOptions, toleranceSeconds: null, secrets: [] },
    Date.parse(delivery.receivedAt),
  );
  return handshake?.secret ?? null;
}
