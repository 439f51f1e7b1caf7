// Which providers sign fields of a form, or have their ids in one: only for those a large one is read.

import type { Provider } from './provider.ts';
import { findProvider } from './providers.ts';

const IN_FORM = /form[.:]|form-json:|"in":"form|plivo\.url/;
const known = new Map<Provider, boolean>();

/** True when something of the provider's data is in a form. */
export function readsForm(id: string | null): boolean {
  const provider = id === null ? null : findProvider(id);
  if (provider === null) return false;
  let answer = known.get(provider);
  if (answer === undefined) {
    const { rules, eventType, messageId, handshake } = provider;
    answer = IN_FORM.test(JSON.stringify([rules, eventType, messageId, handshake]));
    known.set(provider, answer);
  }
  return answer;
}
