// Handshakes: answered so that a URL can be registered, and nothing else mistaken for one.

import { describe, expect, it } from 'vitest';
import { exampleSecret, signedRequest } from '../../../support/signed-requests.ts';
import { interpreted } from './judging.ts';

const TEXT = [
  ['Content-Type', 'text/plain'],
  ['X-Content-Type-Options', 'nosniff'],
];

describe.each([
  ['blockmark', 'endpoint.verify', 'abc123'],
  ['slack', 'url_verification', '3eZbrw1aBm2rZgRNFdxV'],
])('the handshake of %s', (provider, eventType, answer) => {
  const secret = exampleSecret(provider);
  const request = () => signedRequest(provider, { secret, eventType, at: Date.now() });
  const read = (message: Parameters<typeof interpreted>[0], ...secrets: string[]) =>
    interpreted(message, { provider, secrets, receivedAt: Date.now() });

  it('is answered with the string it asks for, and verified as any request', () => {
    const { handshake, verdict, eventType: type } = read(request(), secret);
    expect(handshake).toMatchObject({ status: 200, headers: TEXT, body: answer });
    expect(verdict.status).toBe('verified');
    expect(type).toBe(eventType);
  });

  it('is answered before a secret is set, and with a wrong one, or no URL could be registered', () => {
    expect(read(request()).handshake?.body).toBe(answer);
    const wrong = read(request(), 'another secret');
    expect(wrong.handshake?.body).toBe(answer);
    expect(wrong.verdict).toMatchObject({ status: 'failed', reason: 'signature-mismatch' });
    const { body } = request();
    expect(read({ headers: [], body }, secret).handshake?.body).toBe(answer);
  });

  it('is not any other request', () => {
    expect(read(signedRequest(provider, { secret }), secret).handshake).toBeNull();
    expect(read({ ...request(), method: 'PUT' }, secret).handshake).toBeNull();
    const key = provider === 'slack' ? 'type' : 'event';
    for (const body of [
      `{"${key}":"${eventType}"}`,
      `{"${key}":"${eventType}","secret":1,"challenge":{}}`,
      `{"${key}":"${eventType}","secret":null,"challenge":["a"]}`,
      `{"__proto__":{"${key}":"${eventType}","secret":"a","challenge":"a"}}`,
      `{"${key}":"${eventType}","secret":"${'a'.repeat(5000)}","challenge":"${'a'.repeat(5000)}"}`,
    ]) {
      expect(read({ headers: [], body }, secret).handshake).toBeNull();
    }
  });

  it('is not answered when the body did not arrive whole', () => {
    const { handshake } = interpreted(request(), { provider, complete: false });
    expect(handshake).toBeNull();
  });

  it('is nothing special on an endpoint of another provider', () => {
    expect(interpreted(request(), { provider: 'github' }).handshake).toBeNull();
    expect(interpreted(request(), { provider: null }).handshake).toBeNull();
  });
});

it('echoes the challenge as it is, whatever it looks like', () => {
  const body = JSON.stringify({ event: 'endpoint.verify', secret: "$& $1 {json:$.event} $'" });
  const { handshake } = interpreted({ headers: [], body }, { provider: 'blockmark' });
  expect(handshake?.body).toBe("$& $1 {json:$.event} $'");
});
