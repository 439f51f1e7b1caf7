// Headers as the cause: renamed, merged, dropped, or another id than the one that was signed.

import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../../../src/shared/headers.ts';
import { exampleSecret } from '../../../../support/signed-requests.ts';
import { changed } from '../judging.ts';
import { causesOf, diagnosed, findingsOf, hexHmac, SECONDS, sent } from './doctoring.ts';

const body = '{"a":1}';

/** The headers with new names for some of them, and without GitHub's older signature. */
function renamed(headers: HeaderList, names: Readonly<Record<string, string>>): HeaderList {
  return headers
    .filter(([name]) => name !== 'X-Hub-Signature')
    .map(([name, value]) => [names[name] ?? name, value]);
}

describe('headers under other names', () => {
  it.each([
    ['github', { 'X-Hub-Signature-256': 'HTTP_X_HUB_SIGNATURE_256' }],
    ['github', { 'X-Hub-Signature-256': 'X-Original-X-Hub-Signature-256' }],
    ['github', { 'X-Hub-Signature-256': 'X-Webhook-Check' }],
    [
      'slack',
      {
        'X-Slack-Signature': 'x_slack_signature',
        'X-Slack-Request-Timestamp': 'x_slack_request_timestamp',
      },
    ],
    ['slack', { 'X-Slack-Request-Timestamp': 'X-Sent-At' }],
    ['standard-webhooks', { 'webhook-id': 'X-Id' }],
  ] as const)('are found: %s %j', (provider, names) => {
    const { headers } = sent(provider, body);
    const message = { headers: renamed(headers, names), body };
    const [finding] = findingsOf(message, { provider, secrets: [exampleSecret(provider)] });
    expect(finding).toMatchObject({ cause: 'header-renamed', side: 'between' });
    for (const name of Object.values(names)) expect(finding?.message).toContain(name);
  });

  it('are for the endpoint to be told of where it says which header it is', () => {
    const message = {
      headers: [['X-Acme-Signature', hexHmac('sha256', 'key', body)]] as HeaderList,
      body,
    };
    expect(findingsOf(message, { provider: 'hmac', secrets: ['key'] })).toMatchObject([
      {
        ...{ cause: 'header-renamed', side: 'here' },
        suggestion: { kind: 'option', option: 'header', value: 'X-Acme-Signature' },
      },
    ]);
  });

  it('are not called missing as well, where that they were renamed is proved', () => {
    const { headers } = sent('slack', body);
    for (const name of ['X-Slack-Signature', 'X-Slack-Request-Timestamp']) {
      const message = { headers: renamed(headers, { [name]: 'X-Renamed' }), body };
      const setting = { provider: 'slack', secrets: [exampleSecret('slack')] };
      expect(causesOf(message, setting)).toEqual(['header-renamed']);
    }
  });

  it('are not blamed where what they hold is of another body', () => {
    const { headers } = sent('github', '{"b":1}');
    const names = { 'X-Hub-Signature-256': 'X-Other' };
    const message = { headers: renamed(headers, names), body };
    const setting = { provider: 'github', secrets: [exampleSecret('github')] };
    expect(causesOf(message, setting)).toEqual(['header-missing']);
  });
});

describe('a header that did not come', () => {
  const secrets = [exampleSecret('github')];

  it('is found where the request is by its headers from the provider', () => {
    const { headers } = sent('github', body);
    const bare = changed(
      changed(headers, 'X-Hub-Signature-256', () => null),
      'X-Hub-Signature',
      () => null,
    );
    const [finding] = findingsOf({ headers: bare, body }, { provider: 'github', secrets });
    expect(finding).toMatchObject({ cause: 'header-missing', side: 'sender' });
    expect(finding?.proof).toContain('X-GitHub-');
  });

  it.each([
    ['aws-sns', 'signs with a key of its own, and no secret has to be set there'],
    ['discord', 'signs with a key of its own, and no secret has to be set there'],
    ['gitlab', 'send its token along'],
    ['github', 'set a signing secret there'],
    ['postmark', 'set the user name and password there'],
  ])('tells what helps by how the provider signs: %s', (provider, words) => {
    const verdict = diagnosed({ headers: [], body }, { provider, secrets: ['some secret'] });
    expect(verdict.findings[0]).toMatchObject({ cause: 'header-missing', side: 'sender' });
    expect(verdict.findings[0]?.fix).toContain(words);
    expect(verdict.hint).toContain(words);
  });

  it('is looked for on the way where the provider always signs', () => {
    const headers: HeaderList = [['x-amz-sns-message-type', 'Notification']];
    const findings = findingsOf({ headers, body }, { provider: 'aws-sns', secrets: ['x'] });
    expect(findings[0]).toMatchObject({ cause: 'header-missing', side: 'between' });
    expect(findings[0]?.fix).not.toContain('Set a signing secret');
  });

  it('is found where nothing is of the provider', () => {
    const [finding] = findingsOf({ headers: [], body }, { provider: 'github', secrets });
    expect(finding?.message).toContain('is not signed as GitHub signs');
  });

  it('is found where the signature covers it', () => {
    const { headers } = sent('standard-webhooks', body);
    const setting = {
      provider: 'standard-webhooks',
      secrets: [exampleSecret('standard-webhooks')],
    };
    const message = { headers: changed(headers, 'webhook-id', () => null), body };
    const [finding] = findingsOf(message, setting);
    expect(finding).toMatchObject({ cause: 'header-missing' });
    expect(finding?.message).toContain('webhook-id');
  });

  it('is not blamed where it is there and empty of sense', () => {
    const message = { headers: [['X-Hub-Signature-256', 'sha256=?']] as HeaderList, body };
    expect(causesOf(message, { provider: 'github', secrets })).toEqual(['unknown']);
  });
});

describe('values merged into one header', () => {
  const setting = { provider: 'slack', secrets: [exampleSecret('slack')] };

  it.each([', ', '; ', ' '])('are found, joined by %j', (joint) => {
    const { headers } = sent('slack', body);
    const merged = changed(
      changed(headers, 'X-Slack-Signature', (value) => `v0=${'0'.repeat(64)}${joint}${value}`),
      'X-Slack-Request-Timestamp',
      (value) => `${SECONDS - 9}${joint}${value}`,
    );
    const findings = findingsOf({ headers: merged, body }, setting);
    expect(findings[0]).toMatchObject({ cause: 'headers-merged', side: 'between' });
  });

  it('are not blamed where none of them is genuine', () => {
    const { headers } = sent('slack', '{"b":1}');
    const merged = changed(
      headers,
      'X-Slack-Request-Timestamp',
      (value) => `${SECONDS - 9}, ${value}`,
    );
    const causes = causesOf({ headers: merged, body }, setting);
    expect(causes).not.toContain('headers-merged');
  });
});

describe('another id than the one that is signed', () => {
  const secret = exampleSecret('standard-webhooks');
  const setting = { provider: 'standard-webhooks', secrets: [secret] };
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const message = (signedId: string): { headers: HeaderList; body: string } => {
    const text = '{"id":"evt_in_body"}';
    const signature = createHmac('sha256', key)
      .update(`${signedId}.${SECONDS}.${text}`)
      .digest('base64');
    return {
      headers: [
        ['webhook-id', 'msg_1'],
        ['X-Request-Id', 'req_2'],
        ['webhook-timestamp', String(SECONDS)],
        ['webhook-signature', `v1,${signature}`],
      ],
      body: text,
    };
  };

  it('is found, in another header and in the body', () => {
    for (const [id, words] of [
      ['req_2', 'X-Request-Id header'],
      ['evt_in_body', '$.id in the body'],
    ] as const) {
      const [finding] = findingsOf(message(id), setting);
      expect(finding).toMatchObject({ cause: 'id-header', side: 'sender' });
      expect(finding?.message).toContain(words);
    }
  });

  it('is not blamed where the id is nowhere', () => {
    expect(causesOf(message('msg_9'), setting)).toEqual(['unknown']);
  });
});
