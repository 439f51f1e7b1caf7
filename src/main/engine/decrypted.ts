// What is inside a body that its provider encrypts, for who opens the delivery. It is not stored: the
// bytes are kept as they came, and the secret may be entered later.

import type { Delivery, OpenedDelivery } from '../../shared/model.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import type { Store } from './store/store.ts';
import { decryptedText, encrypts } from './verify/index.ts';

interface Parts {
  store: Pick<Store, 'getBody'>;
  endpoints: Pick<Endpoints, 'list' | 'secretsOf'>;
}

/** The delivery with the text inside, where a secret that its endpoint has now opens it. */
export async function withDecrypted(
  { store, endpoints }: Parts,
  delivery: Delivery,
): Promise<OpenedDelivery> {
  const { id, provider } = delivery;
  const endpoint = endpoints.list().find((one) => one.id === delivery.endpointId);
  if (!encrypts(provider) || endpoint === undefined) return { ...delivery, decrypted: null };
  const body = await store.getBody(id);
  if (body?.kind !== 'memory') return { ...delivery, decrypted: null };
  const { secrets } = endpoints.secretsOf(endpoint);
  return { ...delivery, decrypted: decryptedText({ ...delivery, body }, { provider, secrets }) };
}
