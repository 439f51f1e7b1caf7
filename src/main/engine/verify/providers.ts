// The providers, in the order in which they are offered. Adding one is adding its line here.

import type { Provider } from './provider.ts';
import { blockmark } from './providers/blockmark.ts';
import { bloock } from './providers/bloock.ts';
import { github } from './providers/github.ts';
import { hmacProvider } from './providers/hmac.ts';
import { licensechain } from './providers/licensechain.ts';
import { pocketbook } from './providers/pocketbook.ts';
import { shopify } from './providers/shopify.ts';
import { slack } from './providers/slack.ts';
import { standardWebhooks } from './providers/standard-webhooks.ts';
import { stripe } from './providers/stripe.ts';

export const PROVIDERS: readonly Provider[] = [
  blockmark,
  bloock,
  github,
  licensechain,
  pocketbook,
  shopify,
  slack,
  standardWebhooks,
  stripe,
  hmacProvider,
];

const byId: ReadonlyMap<string, Provider> = new Map(
  PROVIDERS.map((provider) => [provider.id, provider]),
);

/** The provider of that id; null when there is none, such as one that only a later version knows. */
export function findProvider(id: string): Provider | null {
  return byId.get(id) ?? null;
}
