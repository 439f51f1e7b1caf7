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

it('every provider has samples, each of which verifies when it was sent', async () => {
  const engine = await testEngine();
  const wrong: unknown[] = [];
  for (const provider of PROVIDERS) {
    const endpointId = await endpointFor(engine, provider);
    const types = await eventsOf(provider);
    if (types.length === 0) wrong.push([provider.id, 'no samples']);
    for (const eventType of types) {
      const { delivery } = await engine.call('deliveries.sendTest', { endpointId, eventType });
      const got = await engine.call('deliveries.get', { id: delivery?.id ?? 'none' });
      const expected = UNSIGNED.includes(provider) ? 'unchecked' : 'verified';
      if (got.verdict.status !== expected) wrong.push([provider.id, eventType, got.verdict]);
      const isNamed = provider.eventType !== null && !SEALED.includes(provider.id);
      if (isNamed && got.eventType !== eventType)
        wrong.push([provider.id, eventType, got.eventType]);
    }
  }
  expect(wrong).toEqual([]);
});
