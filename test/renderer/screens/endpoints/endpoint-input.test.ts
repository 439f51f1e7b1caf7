// What the host is asked for: all of a new endpoint, only the changes of an existing one.

import { describe, expect, it } from 'vitest';
import {
  blankForm,
  type EndpointForm,
  formOf,
  withHeader,
  withOption,
  withoutSecret,
  withSecret,
  withSecretLabel,
  withSecretValue,
} from '../../../../src/renderer/screens/endpoints/endpoint-form.ts';
import {
  createInput,
  isChanged,
  updateInput,
} from '../../../../src/renderer/screens/endpoints/endpoint-input.ts';
import { calls } from '../../../../src/shared/calls.ts';
import { endpoint, providers } from './samples.ts';

function update(
  change: Partial<EndpointForm> | ((form: EndpointForm) => EndpointForm),
  of = endpoint(),
) {
  const form = formOf(of);
  const changed = typeof change === 'function' ? change(form) : { ...form, ...change };
  const input = updateInput(changed, of, providers);
  if (input !== null) expect(calls['endpoints.update'].safeParse(input).error).toBeUndefined();
  return input;
}

it('sends the URL as the provider knows it, and takes it back when the field is emptied', () => {
  const url = 'https://hooks.example/square?a=1';
  expect(update({ publicUrl: ` ${url}` })).toEqual({ id: 'e1', publicUrl: url });
  const set = endpoint({ publicUrl: url });
  expect(update({}, set)).toBeNull();
  expect(update({ publicUrl: ' ' }, set)).toEqual({ id: 'e1', publicUrl: null });
});

describe('a new endpoint', () => {
  it('is sent whole, cleaned of what people type around it', () => {
    let form: EndpointForm = {
      ...blankForm(),
      name: ' Billing ',
      path: 'billing',
      provider: 'hmac',
      forwardTo: '3000/hooks',
      timeout: '2.5',
      tolerance: '60',
    };
    form = withHeader(withHeader(form, 'X-A', '1'));
    form = withSecretValue(withSecret(form), 'new-1', ' kept as pasted ');
    const input = createInput(withOption(form, 'prefix', ''), providers);
    expect(input).toEqual({
      name: 'Billing',
      path: '/billing',
      provider: 'hmac',
      toleranceSeconds: 60,
      publicUrl: null,
      forwardTo: 'http://localhost:3000/hooks',
      forwardTimeoutMs: 2500,
      providerOptions: { prefix: '' },
      handshakes: true,
      confirmHandshakes: false,
      respond: {
        mode: 'forward',
        status: 200,
        headers: [
          ['Content-Type', 'text/plain; charset=utf-8'],
          ['X-A', '1'],
        ],
        body: '',
        delayMs: 0,
      },
      secrets: [{ label: 'current', value: ' kept as pasted ' }],
    });
    expect(calls['endpoints.create'].safeParse(input).success).toBe(true);
  });

  it('leaves the time limit to the host when none was given', () => {
    expect(createInput({ ...blankForm(), name: 'a', path: '/a' }, providers)).not.toHaveProperty(
      'forwardTimeoutMs',
    );
  });
});

describe('an update', () => {
  it('is nothing when nothing changed', () => {
    expect(update({})).toBeNull();
    expect(update({ name: ' Stripe test ', forwardTo: ' http://localhost:3000/hooks' })).toBeNull();
  });

  it.each([
    [{ name: 'Pay' }, { name: 'Pay' }],
    [{ path: 'pay' }, { path: '/pay' }],
    [{ provider: null }, { provider: null }],
    [{ forwardTo: '' }, { forwardTo: null }],
    [{ tolerance: '60' }, { toleranceSeconds: 60 }],
    [{ timeout: '60' }, { forwardTimeoutMs: 60_000 }],
    [{ status: '202' }, { respond: { status: 202 } }],
    [{ mode: 'canned' as const, body: 'ok' }, { respond: { mode: 'canned', body: 'ok' } }],
  ])('of %j asks only for that', (change, asked) => {
    expect(update(change)).toEqual({ id: 'e1', ...asked });
  });

  it('goes back to the provider\u2019s tolerance when the field is emptied', () => {
    expect(update({ tolerance: '' }, endpoint({ toleranceSeconds: 60 }))).toEqual({
      id: 'e1',
      toleranceSeconds: null,
    });
  });

  it('drops the options of a provider that is no longer chosen', () => {
    const hmac = endpoint({ provider: 'hmac', providerOptions: { header: 'X-Sig' } });
    expect(update({}, hmac)).toBeNull();
    expect(update({ provider: 'stripe' }, hmac)).toEqual({
      id: 'e1',
      provider: 'stripe',
      providerOptions: {},
    });
  });

  it('says whether handshakes are answered and confirmed only when that was changed', () => {
    expect(update({ handshakes: false })).toEqual({ id: 'e1', handshakes: false });
    expect(update({ confirmHandshakes: true })).toEqual({ id: 'e1', confirmHandshakes: true });
  });
});

describe('the secrets of an update', () => {
  it('list the kept ones by id beside the new one', () => {
    const input = update((form) => withSecretValue(withSecret(form), 'new-2', 'fresh'));
    expect(input?.secrets).toEqual([{ id: 's1' }, { label: 'previous', value: 'fresh' }]);
  });

  it('carry a new label of a kept one', () => {
    expect(update((form) => withSecretLabel(form, 's1', 'old'))?.secrets).toEqual([
      { id: 's1', label: 'old' },
    ]);
  });

  it('are an empty list when the last one was removed', () => {
    expect(update((form) => withoutSecret(form, 's1'))?.secrets).toEqual([]);
  });

  it('are left out while an added row is empty', () => {
    expect(update(withSecret)).toBeNull();
  });
});

describe('closing the dialog', () => {
  it('loses nothing from an untouched form, and something once a field was written', () => {
    const blank = blankForm();
    expect(isChanged(blank, blankForm(), null, providers)).toBe(false);
    expect(isChanged({ ...blank, name: 'a' }, blankForm(), null, providers)).toBe(true);
    const existing = endpoint();
    expect(isChanged(formOf(existing), formOf(existing), existing, providers)).toBe(false);
    expect(
      isChanged({ ...formOf(existing), delay: 'x' }, formOf(existing), existing, providers),
    ).toBe(true);
  });
});
