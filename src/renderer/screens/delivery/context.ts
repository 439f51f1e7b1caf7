// What the tabs know around a delivery: its endpoint and its provider, looked up once.

import type { Endpoint, OpenedDelivery, ProviderInfo } from '../../../shared/model.ts';
import { useApp } from '../../state/app.ts';

export interface DeliveryContext {
  delivery: OpenedDelivery;
  /** Null when it was removed meanwhile. */
  endpoint: Endpoint | null;
  /** The provider it was judged by; null when there was none. */
  provider: ProviderInfo | null;
}

export function useDeliveryContext(delivery: OpenedDelivery): DeliveryContext {
  const endpoint = useApp(
    ({ endpoints }) => endpoints.find(({ id }) => id === delivery.endpointId) ?? null,
  );
  const provider = useApp(
    ({ providers }) => providers.find(({ id }) => id === delivery.provider) ?? null,
  );
  return { delivery, endpoint, provider };
}
