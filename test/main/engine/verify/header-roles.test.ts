// What the headers of each provider are for, from its own rules.

import { describe, expect, it } from 'vitest';
import { providerInfos } from '../../../../src/main/engine/verify/index.ts';

const infos = providerInfos();
const roles = (id: string) => {
  const headers = infos.find((info) => info.id === id)?.headers ?? [];
  return Object.fromEntries(headers.map(({ name, role }) => [name, role]));
};

describe('headerRoles', () => {
  it.each([
    ['stripe', { 'Stripe-Signature': 'signature' }],
    ['slack', { 'X-Slack-Signature': 'signature', 'X-Slack-Request-Timestamp': 'timestamp' }],
    [
      'github',
      {
        'X-Hub-Signature-256': 'signature',
        'X-GitHub-Delivery': 'message-id',
        'X-GitHub-Event': 'event-type',
      },
    ],
    [
      'clerk',
      { 'svix-signature': 'signature', 'svix-timestamp': 'timestamp', 'svix-id': 'message-id' },
    ],
    ['gitlab', { 'X-Gitlab-Token': 'secret' }],
  ])('knows the headers of %s', (id, expected) => {
    expect(roles(id)).toMatchObject(expected);
  });

  it('leaves the names that a user sets to their options', () => {
    expect(roles('hmac')).toMatchObject({
      '{option:header}': 'signature',
      '{option:timestampHeader}': 'timestamp',
    });
  });

  it('has the signature header of everyone among them', () => {
    for (const { id, signatureHeader, headers } of infos) {
      if (signatureHeader === null || signatureHeader.includes('{')) continue;
      const names = headers.map(({ name }) => name.toLowerCase());
      const own = names.includes(signatureHeader.toLowerCase());
      expect(own || names.some((name) => name.includes('{option:')), id).toBe(true);
    }
  });
});
