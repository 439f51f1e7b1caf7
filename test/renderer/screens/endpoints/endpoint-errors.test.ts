// What the form refuses, field by field, and that it refuses no less than the host does.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completePath,
  endpointErrors,
  type FormContext,
  hasFoldedError,
} from '../../../../src/renderer/screens/endpoints/endpoint-errors.ts';
import {
  blankForm,
  type EndpointForm,
  formOf,
  withHeader,
  withOption,
  withSecret,
  withSecretLabel,
  withSecretValue,
} from '../../../../src/renderer/screens/endpoints/endpoint-form.ts';
import { createInput } from '../../../../src/renderer/screens/endpoints/endpoint-input.ts';
import { calls } from '../../../../src/shared/calls.ts';
import { endpoint, providers } from './samples.ts';

const taken = endpoint({ id: 'e1', name: 'Stripe test', path: '/stripe' });
const context: FormContext = { editing: null, endpoints: [taken], providers };

function filled(more: Partial<EndpointForm> = {}): EndpointForm {
  return { ...blankForm(), name: 'Billing', path: '/billing', ...more };
}

function errorOf(field: string, form: EndpointForm, within = context): string | undefined {
  return endpointErrors(form, within)[field];
}

describe('an endpoint form', () => {
  it('with a name and a path is complete', () => {
    expect(endpointErrors(filled(), context)).toEqual({});
  });

  it.each([
    ['name', { name: ' ' }, 'a name'],
    ['name', { name: 'x'.repeat(101) }, '100'],
    ['path', { path: '' }, 'a path'],
    ['path', { path: '/a b' }, 'white space'],
    ['path', { path: '/a?b' }, 'white space'],
    ['path', { path: `/${'a'.repeat(512)}` }, '512'],
    ['forwardTo', { forwardTo: 'ftp://x' }, 'http'],
    ['publicUrl', { publicUrl: 'hooks.example/square' }, 'whole URL'],
    ['publicUrl', { publicUrl: 'ftp://hooks.example' }, 'whole URL'],
    ['publicUrl', { publicUrl: 'https://' }, 'whole URL'],
    ['publicUrl', { publicUrl: `https://a.example/${'a'.repeat(4096)}` }, '4,096'],
    ['tolerance', { tolerance: '-1' }, 'from 0'],
    ['tolerance', { tolerance: 'five' }, 'a number'],
    ['timeout', { timeout: '0' }, 'from 0.1'],
    ['timeout', { timeout: '3601' }, '3,600'],
    ['status', { status: '99' }, '200 to 599'],
    ['status', { status: '200.5' }, 'whole number'],
    ['delay', { delay: '120001' }, '120,000'],
    ['body', { body: 'x'.repeat(1_048_577) }, '1 MiB'],
  ])('says at %s what is wrong with %j', (field, more, words) => {
    expect(errorOf(field, filled(more as Partial<EndpointForm>))).toContain(words);
  });

  it('names the endpoint that already has the path, with or without a final slash', () => {
    expect(errorOf('path', filled({ path: 'stripe' }))).toContain('Stripe test');
    expect(errorOf('path', filled({ path: '/stripe/' }))).toContain('Stripe test');
  });

  it('lets an endpoint keep its own path', () => {
    const editing = { ...context, editing: taken };
    expect(endpointErrors(formOf(taken), editing)).toEqual({});
  });

  it('asks for a time limit when an existing endpoint is changed', () => {
    const editing = { ...context, editing: taken };
    expect(errorOf('timeout', { ...formOf(taken), timeout: '' }, editing)).toContain('seconds');
  });
});

describe('secrets in the form', () => {
  it('that were not filled in are no error', () => {
    expect(endpointErrors(withSecretLabel(filled(), 'new-1', ''), context)).toEqual({});
  });

  it('need labels of their own', () => {
    let form = withSecret(withSecretValue(filled(), 'new-1', 'aaaa'));
    form = withSecretLabel(withSecretValue(form, 'new-2', 'bbbb'), 'new-2', ' Current ');
    expect(errorOf('label.new-2', form)).toContain('Another');
    expect(errorOf('label.new-1', withSecretLabel(form, 'new-1', ' '))).toContain('label');
  });

  it('are not only white space', () => {
    expect(errorOf('secret.new-1', withSecretValue(filled(), 'new-1', ' \n'))).toContain('white');
  });
});

describe('headers and options in the form', () => {
  it.each([
    ['', 'x', 'a name'],
    ['X Y', 'x', 'no white space'],
    ['X-Y', 'a\nb', 'line break'],
    ['X-Y', '\u20ac', 'Latin-1'],
  ])('header %j: %j is refused', (name, value, words) => {
    expect(errorOf('header.h2', withHeader(filled(), name, value))).toContain(words);
  });

  it('are folded away, so their errors must open the fold', () => {
    expect(hasFoldedError(endpointErrors(withHeader(filled(), 'X Y', ''), context))).toBe(true);
    expect(hasFoldedError(endpointErrors(filled({ name: '' }), context))).toBe(false);
  });

  it('only take the choices there are', () => {
    const form = withOption(filled({ provider: 'hmac' }), 'hash', 'md5');
    expect(errorOf('option.hash', form)).toContain('sha256, sha1');
  });
});

describe('a path', () => {
  it('gets the slash that was left out and loses the last one', () => {
    expect(['stripe', ' /a/ ', '/', '//', ' '].map(completePath)).toEqual([
      '/stripe',
      '/a',
      '/',
      '/',
      '',
    ]);
  });
});

it('a form without errors is always one the host takes', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('', '0', '5', '1.5', '200', '3000'),
  );
  const arbitrary = fc.record({
    name: text,
    path: text,
    tolerance: text,
    forwardTo: text,
    timeout: text,
    status: text,
    body: text,
    delay: text,
    value: text,
    header: text,
  });
  let accepted = 0;
  fc.assert(
    fc.property(arbitrary, ({ value, header, ...fields }) => {
      const form = withHeader(withSecretValue(filled(fields), 'new-1', value), header, value);
      if (Object.keys(endpointErrors(form, context)).length > 0) return;
      accepted++;
      expect(
        calls['endpoints.create'].safeParse(createInput(form, providers)).error,
      ).toBeUndefined();
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(0);
});
