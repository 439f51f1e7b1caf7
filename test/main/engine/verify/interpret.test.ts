import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { interpret } from '../../../../src/main/engine/verify/interpret.ts';
import { exampleSecret, signedRequest } from '../../../support/signed-requests.ts';
import { ARRIVAL, changed, checksOf, detailOf, interpreted, NOON, verdictOf } from './judging.ts';

const hmacOf = (key: string, text: string, hash = 'sha256') =>
  createHmac(hash, key).update(text).digest('hex');

describe('an endpoint', () => {
  it('without a provider is not checked, but its rows read well', () => {
    const github = signedRequest('github', { secret: 'x' });
    expect(interpreted(github, { provider: null, secrets: ['x'] })).toMatchObject({
      verdict: { status: 'unchecked', reason: 'no-provider', scheme: null, checks: [] },
      eventType: 'push',
      messageId: github.headers.find(([name]) => name === 'X-GitHub-Delivery')?.[1],
      handshake: null,
    });
    const plain = { headers: [], body: '{"event":"user.created","id":17}' };
    expect(interpreted(plain, { provider: null })).toMatchObject({
      eventType: 'user.created',
      messageId: '17',
    });
  });

  it('of a provider that this version does not know says so', () => {
    const verdict = verdictOf({ headers: [], body: '' }, { provider: 'paypal' });
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'no-provider' });
    expect(verdict.hint).toContain('"paypal" is not known to this version');
  });

  it('whose secrets are locked says so', () => {
    const request = signedRequest('stripe', { secret: 'x', at: NOON });
    const verdict = verdictOf(request, { provider: 'stripe', locked: true });
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'secret-locked' });
    expect(checksOf(verdict)).toBe('header-present+ well-formed+ timestamp+');
  });

  it('cannot check a body that did not arrive whole', () => {
    const secret = exampleSecret('stripe');
    const request = signedRequest('stripe', { secret, at: NOON });
    const read = interpreted(request, { provider: 'stripe', secrets: [secret], complete: false });
    expect(read.verdict).toMatchObject({ status: 'unchecked', reason: 'body-incomplete' });
    expect(read.eventType).toBe('payment_intent.succeeded');
  });
});

describe('a request that looks like another provider', () => {
  it('is said to, when the signature is missing', () => {
    const verdict = verdictOf(signedRequest('github', { secret: 'x' }), {
      provider: 'stripe',
      secrets: ['x'],
    });
    expect(verdict.status).toBe('unsigned');
    expect(verdict.hint).toContain('It looks like GitHub: it has an X-GitHub-Event header');
  });

  it('is said to, when the signature has the form of the other', () => {
    const verdict = verdictOf(signedRequest('licensechain', { secret: 'x' }), {
      provider: 'pocketbook',
      secrets: ['x'],
    });
    expect(verdict.reason).toBe('signature-malformed');
    expect(verdict.hint).toContain('It looks like LicenseChain');
  });
});

describe('the time of a LicenseChain delivery', () => {
  const secret = exampleSecret('licensechain');
  const request = () => signedRequest('licensechain', { secret, at: NOON });
  const late = NOON + 3_600_000;
  const judged = (message: Parameters<typeof verdictOf>[0], tolerance: number | null) =>
    verdictOf(message, {
      provider: 'licensechain',
      secrets: [secret],
      tolerance,
      receivedAt: late,
    });

  it('is shown but not judged, since it is not signed', () => {
    const verdict = judged(request(), null);
    expect(verdict.status).toBe('verified');
    expect(detailOf(verdict, 'timestamp')).toContain('1 h before it arrived; its age is not');
    expect(verdict.warnings).toEqual([expect.stringContaining('sent but not signed')]);
  });

  it('may be missing or unreadable as long as nobody asked for it', () => {
    const { headers, body } = request();
    const without = changed(headers, 'X-Webhook-Timestamp', () => null);
    const verdict = judged({ headers: without, body }, null);
    expect(checksOf(verdict)).toBe('header-present+ well-formed+ signature+');
    const odd = changed(headers, 'X-Webhook-Timestamp', () => 'soon');
    expect(judged({ headers: odd, body }, null).status).toBe('verified');
  });

  it('is judged when the endpoint sets a tolerance', () => {
    const { headers, body } = request();
    expect(judged({ headers, body }, 3_600).status).toBe('verified');
    expect(judged({ headers, body }, 60).reason).toBe('timestamp-stale');
    const without = changed(headers, 'X-Webhook-Timestamp', () => null);
    expect(judged({ headers: without, body }, 60).reason).toBe('timestamp-missing');
  });
});

describe('the two signatures of GitHub', () => {
  const secret = exampleSecret('github');
  const judged = (message: Parameters<typeof verdictOf>[0]) =>
    verdictOf(message, { provider: 'github', secrets: [secret] });

  it('make no noise about a time that GitHub does not send', () => {
    const verdict = judged(signedRequest('github', { secret }));
    expect(checksOf(verdict)).not.toContain('timestamp');
    expect(verdict.warnings).toEqual([]);
  });

  it('may be the older one alone, which the verdict points out', () => {
    const { headers, body } = signedRequest('github', { secret });
    const verdict = judged({ headers: changed(headers, 'X-Hub-Signature-256', () => null), body });
    expect(verdict).toMatchObject({ status: 'verified', scheme: 'HMAC-SHA1 of {body}' });
    expect(verdict.warnings).toEqual([expect.stringContaining('Only the older SHA-1')]);
  });

  it('do not let the older vouch for a wrong newer one', () => {
    const { headers, body } = signedRequest('github', { secret });
    const wrong = `sha256=${'0'.repeat(64)}`;
    const forged = changed(headers, 'X-Hub-Signature-256', () => wrong);
    expect(judged({ headers: forged, body }).reason).toBe('signature-mismatch');
  });
});

it('verifies Shopify with headers that have lost their X-', () => {
  const secret = exampleSecret('shopify');
  const { headers, body } = signedRequest('shopify', { secret });
  const bare = headers.map(([name, value]): [string, string] => [name.replace('X-', ''), value]);
  const setting = { provider: 'shopify', secrets: [secret] };
  expect(interpreted({ headers: bare, body }, setting)).toMatchObject({
    verdict: { status: 'verified' },
    eventType: 'orders/create',
    messageId: expect.stringMatching(/-/),
  });
});

it('finds the signature of BLOOCK in the header that the endpoint names', () => {
  const secret = exampleSecret('bloock');
  const { headers, body } = signedRequest('bloock', { secret, at: NOON });
  const renamed = headers.map(([name, value]): [string, string] => [
    name.replace('Bloock-Signature', 'X-Other'),
    value,
  ]);
  const setting = { provider: 'bloock', secrets: [secret], options: { header: 'x-other' } };
  expect(verdictOf({ headers: renamed, body }, setting).status).toBe('verified');
  expect(verdictOf({ headers, body }, setting).reason).toBe('signature-missing');
});

describe('the event of a delivery', () => {
  it('is what Slack calls it, inside or outside', () => {
    const type = (body: string, contentType = 'application/json') =>
      interpreted({ headers: [['Content-Type', contentType]], body }, { provider: 'slack' })
        .eventType;
    expect(type('{"type":"event_callback","event":{"type":"app_mention"}}')).toBe('app_mention');
    expect(type('{"type":"url_verification"}')).toBe('url_verification');
    expect(type('command=%2Fweather', 'application/x-www-form-urlencoded')).toBe('/weather');
  });

  it('is cut to what a row can show, but not inside a character', () => {
    const long = `${'x'.repeat(199)}😀`;
    const body = JSON.stringify({ type: long, id: 'y'.repeat(500) });
    const { eventType, messageId } = interpreted({ headers: [], body }, { provider: 'stripe' });
    expect(eventType).toBe('x'.repeat(199));
    expect(messageId).toBe('y'.repeat(200));
  });
});

describe('the generic HMAC', () => {
  const judged = (
    options: Record<string, string>,
    headers: [string, string][],
    body = 'hello',
    secret = 'key',
  ) => verdictOf({ headers, body }, { provider: 'hmac', secrets: [secret], options });

  it('has sensible defaults, also for options left empty', () => {
    const headers: [string, string][] = [['X-Signature', hmacOf('key', 'hello')]];
    expect(judged({}, headers).status).toBe('verified');
    expect(judged({ header: '', hash: '', signedContent: '' }, headers).status).toBe('verified');
  });

  it('signs what its template says', () => {
    const seconds = String(NOON / 1000);
    const options = {
      header: 'X-Acme',
      prefix: 'sha1=',
      hash: 'sha1',
      signedContent: '{timestamp}:{header:X-Id}:{body}',
      timestampHeader: 'X-Time',
    };
    const headers: [string, string][] = [
      ['X-Acme', `sha1=${hmacOf('key', `${seconds}:7:hello`, 'sha1')}`],
      ['X-Time', seconds],
      ['X-Id', '7'],
    ];
    const verdict = judged(options, headers);
    expect(verdict).toMatchObject({ status: 'verified', warnings: [] });
    expect(judged(options, headers.slice(0, 2)).reason).toBe('signature-malformed');
    expect(judged({ ...options, timestampHeader: 'X-Other' }, headers).reason).toBe(
      'timestamp-missing',
    );
  });

  it('reads times in milliseconds and ISO 8601 too', () => {
    for (const time of [String(NOON), '2026-03-04T12:00:00Z']) {
      const options = { signedContent: '{timestamp}.{body}', timestampHeader: 'X-Time' };
      const signature = hmacOf('key', `${time}.hello`);
      const headers: [string, string][] = [
        ['X-Signature', signature],
        ['X-Time', time],
      ];
      expect(judged(options, headers).status).toBe('verified');
    }
  });

  it('warns of what the content leaves out', () => {
    const headers: [string, string][] = [
      ['X-Signature', hmacOf('key', 'POST')],
      ['X-Time', String(NOON / 1000)],
    ];
    const { warnings } = judged({ signedContent: '{method}' }, headers);
    expect(warnings).toEqual([expect.stringContaining('no byte of the body and no time')]);
    const unsigned = judged({ timestampHeader: 'X-Time' }, [
      ['X-Signature', hmacOf('key', 'hello')],
      ['X-Time', String(NOON / 1000)],
    ]);
    expect(unsigned.warnings).toEqual([expect.stringContaining('X-Time is sent but not signed')]);
  });

  it.each([
    [{ hash: 'md5' }, '"Hash" is set to "md5", which is not sha1, sha256, sha384 or sha512.'],
    [{ encoding: 'rot13' }, '"Encoding" is set to "rot13"'],
    [{ keyEncoding: 'latin1' }, '"Secret is" is set to "latin1"'],
    [{ header: 'X Signature:' }, '"X Signature:" is not the name of a header.'],
    [{ timestampHeader: 'é' }, '"é" is not the name of a header.'],
    [{ signedContent: '{payload}' }, 'unknown part {payload}'],
    [{ signedContent: '{timestamp}.{body}' }, 'no timestamp header is set'],
  ])('says what is wrong with the options %j', (options, words) => {
    const verdict = judged(options as Record<string, string>, [['X-Signature', 'a']]);
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'no-provider', checks: [] });
    expect(verdict.hint).toContain(words);
    expect(verdict.hint).toContain('Correct the options of Generic HMAC');
  });

  it('sees a change of its options at once', () => {
    const options: Record<string, string> = { header: 'X-One' };
    const headers: [string, string][] = [['X-Two', hmacOf('key', 'hello')]];
    expect(judged(options, headers).status).toBe('unsigned');
    options.header = 'X-Two';
    expect(judged(options, headers).status).toBe('verified');
  });
});

describe('a spooled body', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hookglass-interpret-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const secret = exampleSecret('stripe');
  const text = `{"id":"evt_large","type":"x","data":"${'0123456789abcdef'.repeat(1_638_400)}"}`;
  const path = join(folder, 'body');
  writeFileSync(path, text);
  const { headers } = signedRequest('stripe', { secret, body: text, at: NOON });
  const config = {
    provider: 'stripe',
    providerOptions: {},
    toleranceSeconds: null,
    secrets: [
      { label: 'current', value: 'whsec_new' },
      { label: 'previous', value: secret },
    ],
  };
  const read = (file: string, size = text.length) =>
    interpret(
      {
        method: 'POST',
        target: '/',
        headers,
        body: { kind: 'file', path: file, size },
        complete: true,
      },
      config,
      ARRIVAL,
    );

  it('of 25 MiB is verified, with the secret that matched, and its event is found', () => {
    expect(text.length).toBeGreaterThan(25 * 1024 * 1024);
    expect(read(path)).toMatchObject({
      verdict: { status: 'verified', secretLabel: 'previous' },
      eventType: 'x',
      messageId: 'evt_large',
    });
  });

  it('that was changed is refused', () => {
    const other = join(folder, 'other');
    writeFileSync(other, text.replace('evt_large', 'evt_larke'));
    expect(read(other).verdict.reason).toBe('signature-mismatch');
  });

  it('that is gone is not checked', () => {
    const { verdict, eventType } = read(join(folder, 'gone'));
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'body-incomplete' });
    expect(verdict.hint).toContain('a file that is gone');
    expect(eventType).toBeNull();
  });
});
