// The form's own changes: what a provider suggests, and the rows of secrets, headers and options.

import { describe, expect, it } from 'vitest';
import {
  blankForm,
  formOf,
  freePath,
  optionValue,
  withHeader,
  withHeaderChange,
  withOption,
  withoutHeader,
  withoutSecret,
  withProvider,
  withSecret,
  withSecretLabel,
  withSecretValue,
} from '../../../../src/renderer/screens/endpoints/endpoint-form.ts';
import { endpoint, providers } from './samples.ts';

describe('choosing a provider', () => {
  it('names a new endpoint and gives it a path', () => {
    const form = withProvider(blankForm(), 'stripe', providers, ['/']);
    expect([form.provider, form.name, form.path]).toEqual(['stripe', 'Stripe', '/stripe']);
  });

  it('takes a path that is free', () => {
    expect(freePath('stripe', ['/', '/stripe', '/stripe-2'])).toBe('/stripe-3');
    expect(withProvider(blankForm(), 'stripe', providers, ['/stripe']).path).toBe('/stripe-2');
  });

  it('follows a change of mind while name and path are the suggested ones', () => {
    const first = withProvider(blankForm(), 'stripe', providers, []);
    const second = withProvider(first, 'pocketbook', providers, []);
    expect([second.name, second.path]).toEqual(['Pocketbook', '/pocketbook']);
    const none = withProvider(second, null, providers, []);
    expect([none.name, none.path]).toEqual(['', '']);
  });

  it('leaves alone what the user wrote', () => {
    const form = { ...blankForm(), name: 'Billing', path: '/pay' };
    const next = withProvider(form, 'stripe', providers, []);
    expect([next.name, next.path]).toEqual(['Billing', '/pay']);
  });

  it('never renames an existing endpoint', () => {
    const form = { ...formOf(endpoint()), name: 'Stripe' };
    expect(withProvider(form, 'pocketbook', providers, null).name).toBe('Stripe');
  });

  it('and going back keeps the options that were set', () => {
    const set = withOption(withProvider(blankForm(), 'hmac', providers, []), 'header', 'X-Sig');
    const away = withProvider(set, 'stripe', providers, []);
    const option = { key: 'header', default: 'X-Signature' };
    expect(optionValue(away, option)).toBe('X-Signature');
    expect(optionValue(withProvider(away, 'hmac', providers, []), option)).toBe('X-Sig');
  });
});

describe('the rows of secrets', () => {
  it('are labelled current, previous and then by number', () => {
    const form = withSecret(withSecret(blankForm()));
    expect(form.secrets.map(({ label }) => label)).toEqual(['current', 'previous', 'secret 3']);
  });

  it('have keys that stay unique after one was removed', () => {
    const three = withSecret(withSecret(blankForm()));
    const form = withSecret(withoutSecret(three, 'new-2'));
    expect(new Set(form.secrets.map(({ key }) => key)).size).toBe(3);
  });

  it('never put a value into a kept one', () => {
    const form = withSecretValue(formOf(endpoint()), 's1', 'oops');
    expect(JSON.stringify(form)).not.toContain('oops');
    expect(withSecretLabel(form, 's1', 'old').secrets[0]?.label).toBe('old');
  });

  it('start with an empty one where the endpoint has none', () => {
    expect(formOf(endpoint({ secrets: [] })).secrets).toEqual(blankForm().secrets);
  });
});

describe('the rows of headers', () => {
  it('can be added, changed and removed', () => {
    const two = withHeader(withHeader(blankForm(), 'X-A', '1'));
    const changed = withHeaderChange(two, 'h3', { name: 'X-B' });
    expect(changed.headers.map(({ name }) => name)).toEqual(['Content-Type', 'X-A', 'X-B']);
    expect(withoutHeader(changed, 'h2').headers.map(({ name }) => name)).toEqual([
      'Content-Type',
      'X-B',
    ]);
  });
});
