// Every sample of every provider, sent through a real engine: listed by the command, signed, received,
// verified, and read as the event that it is.

import { expect, it } from 'vitest';
import { events } from '../../../src/main/cli/events.ts';
import { signsWithKeyOnly } from '../../../src/main/engine/verify/index.ts';
import type { Provider } from '../../../src/main/engine/verify/provider.ts';
import { PROVIDERS } from '../../../src/main/engine/verify/providers.ts';
import { type TestEngine, testEngine } from '../../support/engine.ts';
import { run } from '../cli/running.ts';
import { sharedSecret } from './verify/signing-cases.ts';

/** Only who can open what these send knows what it is. */
const SEALED = ['wecom'];
/** Only who knows its secret path or address can tell that these come from there. */
const UNSIGNED = PROVIDERS.filter(({ rules: [rule] }) => rule.scheme === 'none');

async function eventsOf({ id }: Provider): Promise<string[]> {
  return JSON.parse((await run(events, ['--provider', id, '--json'])).out);
}

async function endpointFor(engine: TestEngine, provider: Provider): Promise<string> {
  const [rule] = provider.rules;
  const { id } = await engine.call('endpoints.create', {
    ...{ name: provider.name, path: `/${provider.id}`, provider: provider.id },
    secrets: signsWithKeyOnly(provider)
      ? []
      : [{ label: 'current', value: sharedSecret(rule, 'a secret of ours') }],
  });
  return id;
}

/** What is wrong with the samples of a provider. */
async function faultsOf(engine: TestEngine, provider: Provider): Promise<unknown[]> {
  const endpointId = await endpointFor(engine, provider);
  const types = await eventsOf(provider);
  const faults: unknown[] = types.length === 0 ? [[provider.id, 'has none']] : [];
  for (const eventType of types) {
    const { delivery } = await engine.call('deliveries.sendTest', { endpointId, eventType });
    const got = await engine.call('deliveries.get', { id: delivery?.id ?? 'none' });
    const expected = UNSIGNED.includes(provider) ? 'unchecked' : 'verified';
    if (got.verdict.status !== expected) faults.push([provider.id, eventType, got.verdict]);
    const isNamed = provider.eventType !== null && !SEALED.includes(provider.id);
    if (isNamed && got.eventType !== eventType)
      faults.push([provider.id, eventType, got.eventType]);
  }
  return faults;
}

// By category: one engine for all of them would be one long test, and one for each far too many.
const CATEGORIES = [...new Set(PROVIDERS.map(({ category }) => category))];

it.each(CATEGORIES)(
  'every provider of %s has samples, each of which verifies when sent',
  async (category) => {
    const engine = await testEngine();
    const faults: unknown[] = [];
    for (const provider of PROVIDERS) {
      if (provider.category === category) faults.push(...(await faultsOf(engine, provider)));
    }
    expect(faults).toEqual([]);
  },
);
