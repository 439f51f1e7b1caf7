// hookglass send and events: sample events that a real server gets, signed.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { events } from '../../../src/main/cli/events.ts';
import { send } from '../../../src/main/cli/send.ts';
import { parseRawRequest, verifyRequest } from '../../../src/main/engine/verify/index.ts';
import type { Verdict } from '../../../src/shared/model.ts';
import { answers, answersOk, startDestination } from '../../support/destinations.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { NOON, run } from './running.ts';

const SECRET = 'whsec_c2VuZA==';
/** A time that stands still: everything is tried. */
const DOCTOR = { budgetMs: 1, clock: () => 0 };

/** What came, taken apart again. */
function received({ head, body }: { head: string; body: Buffer }) {
  const request = parseRawRequest(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]));
  if ('problem' in request) throw new Error(request.problem);
  return request;
}

function statusOf(request: ReturnType<typeof received>, provider: string, url: string | null) {
  const verdict = verifyRequest({
    ...request,
    provider,
    secrets: [SECRET],
    url,
    at: NOON + 1000,
    ...DOCTOR,
  });
  return (verdict as Verdict).status;
}

describe('hookglass send', () => {
  it.each([
    ['github', 'push'],
    ['stripe', 'invoice.paid'],
    ['slack', '/weather'],
    ['pocketbook', 'voucher.minted'],
    ['standard-webhooks', 'user.deleted'],
    ['square', null],
  ])('sends what %s would send of %s', async (provider, event) => {
    const server = await startDestination(answersOk());
    const to = `${server.url}/hooks?a=%2F`;
    const args = ['--provider', provider, '--secret', SECRET, '--to', to];
    const { code, out } = await run(send, event === null ? args : [...args, '--event', event]);
    expect([code, out]).toEqual([0, expect.stringContaining(`sent to ${to}: 200`)]);
    const request = received(server.requests[0]!);
    expect(request).toMatchObject({ method: 'POST', target: '/hooks?a=%2F' });
    expect(statusOf(request, provider, to)).toBe('verified');
  });

  it('sets values, of whatever kind', async () => {
    const server = await startDestination(answersOk());
    const sets = ['data.object.amount_paid=100', 'data.object.note=for you', 'livemode=true'];
    const args = ['--provider', 'stripe', '--event', 'invoice.paid', '--to', server.url];
    const given = { environment: { HOOKGLASS_SECRET: SECRET } };
    const { code } = await run(send, [...args, ...sets.flatMap((set) => ['--set', set])], given);
    expect(code).toBe(0);
    const request = received(server.requests[0]!);
    expect(JSON.parse(request.body.toString())).toMatchObject({
      type: 'invoice.paid',
      livemode: true,
      data: { object: { amount_paid: 100, note: 'for you' } },
    });
    expect(statusOf(request, 'stripe', null)).toBe('verified');
  });

  it('sets fields of a form', async () => {
    const server = await startDestination(answersOk());
    const args = ['--provider', 'slack', '--event', '/weather', '--secret', SECRET];
    await run(send, [...args, '--to', server.url, '--set', 'text=10115 Berlin']);
    const { body } = server.requests[0]!;
    expect(new URLSearchParams(body.toString()).get('text')).toBe('10115 Berlin');
  });

  it('sends the bytes of a file, signed', async () => {
    const server = await startDestination(answersOk());
    const file = join(tempDir(), 'body.json');
    writeFileSync(file, '{ "id" : 1 }\r\n');
    const args = ['--provider', 'github', '--secret', SECRET, '--to', server.url, '--body', file];
    await run(send, args);
    const request = received(server.requests[0]!);
    expect(request.body.toString()).toBe('{ "id" : 1 }\r\n');
    expect(statusOf(request, 'github', null)).toBe('verified');
  });

  it('sends an event that there is no sample of, with the user’s body under its name', async () => {
    const server = await startDestination(answersOk());
    const file = join(tempDir(), 'alert.json');
    writeFileSync(file, '{"action":"created"}');
    const signer = ['--provider', 'github', '--secret', SECRET, '--to', server.url];
    const args = [...signer, '--event', 'secret_scanning_alert', '--body', file];
    const { out } = await run(send, [...args, '--set', 'action=resolved']);
    expect(out).toBe(`secret_scanning_alert sent to ${server.url}: 200\n`);
    const request = received(server.requests[0]!);
    expect(request.headers).toContainEqual(['X-GitHub-Event', 'secret_scanning_alert']);
    expect(request.body.toString()).toBe('{"action":"resolved"}');
    expect(statusOf(request, 'github', null)).toBe('verified');
  });

  it('signs the URL that the provider knows, and sends to another', async () => {
    const server = await startDestination(answersOk());
    const url = 'https://shop.example/hooks';
    const args = ['--provider', 'square', '--secret', SECRET, '--to', `${server.url}/local`];
    await run(send, [...args, '--url', url]);
    const request = received(server.requests[0]!);
    expect(request.target).toBe('/local');
    expect(statusOf(request, 'square', url)).toBe('verified');
  });

  it('tells what it was answered, and that it was not', async () => {
    const failing = await startDestination(answers('HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n'));
    const args = ['--provider', 'github', '--secret', SECRET, '--json', '--to'];
    const answered = await run(send, [...args, failing.url]);
    expect(answered.code).toBe(1);
    expect(JSON.parse(answered.out)).toEqual({
      ...{ provider: 'github', eventType: 'push', to: failing.url, status: 500, failure: null },
    });
    await failing.close();
    const refused = await run(send, [...args, failing.url]);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toMatchObject({
      status: null,
      failure: expect.stringContaining('Nothing is listening'),
    });
  });

  const SIGNER = ['--provider', 'github', '--secret', SECRET];
  const to = ['--to', 'http://127.0.0.1:9'];
  it.each([
    [SIGNER, '--to is needed'],
    [[...SIGNER, '--to', 'nowhere'], '--to takes'],
    [[...SIGNER, ...to, '--event', 'nothing'], 'no sample of "nothing"'],
    [[...SIGNER, ...to, '--set', 'x'], '--set takes PATH=VALUE'],
    [[...SIGNER, ...to, '--set', 'ref.x=1'], 'no place for "ref.x"'],
    [[...SIGNER, ...to, '--bogus'], '--bogus'],
    [[...SIGNER, ...to, '--body', '/nowhere'], 'no such file'],
    [['--provider', 'github', ...to], 'A secret is needed'],
  ])('says in one line what is wrong with %j', async (args, words) => {
    const { code, mistake } = await run(send, args);
    expect(code).toBe(2);
    expect(mistake).toContain(words);
    expect(mistake).not.toContain('\n');
  });
});

describe('hookglass events', () => {
  it('lists the events of a provider, for people or programs', async () => {
    const { code, out } = await run(events, ['--provider', 'blockmark']);
    const types = ['issued_certificate.created', 'issued_certificate.updated', 'endpoint.verify'];
    expect([code, out]).toEqual([0, `${types.join('\n')}\n`]);
    const json = await run(events, ['--provider', 'blockmark', '--json']);
    expect(JSON.parse(json.out)).toEqual(types);
  });

  it('needs a provider that there is', async () => {
    expect((await run(events, [])).mistake).toContain('--provider is needed');
    expect((await run(events, ['--provider', 'x'])).mistake).toContain('“x”');
  });
});

it('explain themselves', async () => {
  expect((await run(send, ['--help'])).out).toMatch(/^Usage: hookglass send/);
  expect((await run(events, ['--help'])).out).toMatch(/^Usage: hookglass events/);
});
