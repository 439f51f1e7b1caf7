// What is told of a test event before it is sent.

import { describe, expect, it } from 'vitest';
import {
  isJsonType,
  jsonProblem,
  placeWords,
  signingWords,
  waysFor,
} from '../../../../src/renderer/screens/test-event/test-event-words.ts';
import type { SecretInfo } from '../../../../src/shared/model.ts';

const endpoint = { path: '/stripe', forwardTo: null, publicUrl: null };
const secret: SecretInfo = { id: 's', label: 'current', lastFour: 'abcd', source: 'stored' };

describe('a test event', () => {
  it('goes to the receiver under the path of its endpoint', () => {
    const { url } = placeWords('receiver', endpoint, 'http://127.0.0.1:4747/', null);
    expect(url).toBe('http://127.0.0.1:4747/stripe');
  });

  it('goes to a server only where there is one', () => {
    expect(placeWords('destination', endpoint, '', null)).toEqual({
      ...{ url: null, words: 'This endpoint forwards to no server.' },
    });
    const forwardTo = 'http://localhost:3000/hooks';
    expect(placeWords('destination', { ...endpoint, forwardTo }, '', null).url).toBe(forwardTo);
  });

  it('goes to the public URL that the provider knows, or to that of the tunnel', () => {
    const publicUrl = 'https://shop.example/hooks';
    const tunnel = 'https://calm-otter.example';
    expect(placeWords('public', endpoint, '', null).url).toBeNull();
    expect(placeWords('public', endpoint, '', tunnel).url).toBe(`${tunnel}/stripe`);
    expect(placeWords('public', { ...endpoint, publicUrl }, '', tunnel).url).toBe(publicUrl);
  });

  const own = { id: 'stripe', name: 'Stripe', testKey: null };
  const keyed = { id: 'discord', name: 'Discord', testKey: 'only' as const };
  const both = { id: 'standard-webhooks', name: 'Standard Webhooks', testKey: 'also' as const };
  const valuesOf = (secrets: SecretInfo[], signer: typeof own | typeof keyed | typeof both) =>
    waysFor({ secrets }, signer).map(({ value }) => value);

  it('is signed with what there is, the usual first', () => {
    expect(valuesOf([secret], own)).toEqual(['secret', 'nothing']);
    expect(valuesOf([], own)).toEqual(['nothing']);
    expect(valuesOf([], keyed)).toEqual(['test-key', 'nothing']);
    // A public key signs nothing.
    expect(valuesOf([secret], keyed)).toEqual(['test-key', 'nothing']);
    expect(valuesOf([secret], both)).toEqual(['secret', 'nothing', 'test-key']);
    expect(valuesOf([], both)).toEqual(['nothing', 'test-key']);
  });

  it('says how it will be signed', () => {
    const signed = { provider: 'stripe', secrets: [secret] };
    expect(signingWords(signed, own, 'secret')).toBe('Signed with the secret “current”.');
    expect(signingWords(signed, { ...own, id: 'github' }, 'secret')).toContain('another provider');
    expect(signingWords({ ...signed, secrets: [] }, own, 'nothing')).toMatch(/^Unsigned/);
    expect(signingWords({ provider: 'discord', secrets: [] }, keyed, 'test-key')).toBe(
      'Signed with a key made for this endpoint, which accepts it beside that of Discord.',
    );
  });

  it.each([
    ['{"a":1', 'Line 1, column 7: a closing } is missing.'],
    ['{\n  "a": 1\n  "b": 2\n}', 'Line 3, column 3: a comma is missing.'],
    ['{"a" 1}', 'a colon is missing'],
    ['{"a":}', 'a value is missing'],
    ['{a:1}', 'Line 1, column 2'],
    ['{"a":1,}', 'a name in double quotes is missing'],
    ['[1,2', 'a closing ] is missing'],
    ['{} x', 'this'],
    ['{"a":"b}', 'the closing quote is missing'],
    ['// no', 'no comments'],
    ['', 'a value is missing'],
  ])('tells where %j is no JSON, and why', (text, words) => {
    expect(jsonProblem(text)).toContain(words);
  });

  it('is told from a form, and what is right has no mistakes', () => {
    expect([isJsonType('application/json; charset=utf-8'), isJsonType(null)]).toEqual([true, true]);
    expect(isJsonType('application/x-www-form-urlencoded')).toBe(false);
    expect(jsonProblem('{"a":1}')).toBeNull();
  });
});
