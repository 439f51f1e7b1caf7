// What sentences call the provider of an endpoint.

import type { Endpoint } from '../../../shared/model.ts';
import { findProvider } from '../verify/index.ts';

export function senderOf({ provider }: Endpoint): string {
  const known = provider === null ? null : findProvider(provider);
  return known?.sender ?? known?.name ?? 'The provider';
}
