// What is told of a test event before it is sent.

import { describe, expect, it } from 'vitest';
import {
  isJsonType,
  jsonProblem,
  placeWords,
  signingWords,
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

  it('says how it will be signed', () => {
    const signed = { provider: 'stripe', secrets: [secret] };
    expect(signingWords(signed, 'stripe')).toBe('Signed with the secret “current”.');
    expect(signingWords(signed, 'github')).toContain('another provider');
    expect(signingWords({ ...signed, secrets: [] }, 'stripe')).toMatch(/^Unsigned/);
  });

  it('is told from a form, and its mistakes from what is right', () => {
    expect([isJsonType('application/json; charset=utf-8'), isJsonType(null)]).toEqual([true, true]);
    expect(isJsonType('application/x-www-form-urlencoded')).toBe(false);
    expect(jsonProblem('{"a":1}')).toBeNull();
    expect(jsonProblem('{"a":')).toContain('not valid JSON');
  });
});
