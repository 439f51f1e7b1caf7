// What a handshake brought and was told, and what is left to do about it.

import { describe, expect, it } from 'vitest';
import {
  handshakeStatements,
  handshakeStep,
} from '../../../../src/renderer/screens/delivery/handshake-words.ts';
import { tellStory } from '../../../../src/renderer/screens/delivery/overview-words.ts';
import type { Attempt, HandshakeDetail } from '../../../../src/shared/model.ts';
import { attempt, delivery, provider } from './fixtures.ts';

const told: HandshakeDetail = {
  ...{ status: 200, headers: [], body: '', signed: true, note: null, secret: null, callBack: null },
};
const CALL_BACK = 'https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription';

function handshake(detail: Partial<HandshakeDetail>, attempts: Attempt[] = []) {
  return delivery({
    ...{ handshake: true, attempts, handshakeDetail: { ...told, ...detail } },
    response: { status: detail.status ?? 200, source: 'handshake' },
  });
}

const words = (detail: Partial<HandshakeDetail>, attempts: Attempt[] = []) =>
  handshakeStatements(handshake(detail, attempts), provider).map(({ text }) => text);
const call = (part: Partial<Attempt>) => attempt({ trigger: 'handshake', ...part });

describe('a handshake in words', () => {
  it('shows a short answer, and no long or empty one', () => {
    expect(words({ body: 'abc123' })).toEqual(['The answer was abc123']);
    expect(words({ body: '' })).toEqual([]);
    const headers: [string, string][] = [['X-Hook-Secret', '…']];
    expect(words({ body: '', headers })).toEqual(['The answer was X-Hook-Secret: …']);
    expect(words({ body: null })).toEqual([]);
    expect(words({ body: 'a'.repeat(500) })).toEqual([]);
  });

  it('says what is left to do, and why it could not be answered', () => {
    expect(words({ note: 'Paste it.', body: 'abc' })).toEqual(['The answer was abc', 'Paste it.']);
    const refused = handshake({ note: 'No secret.', body: 'No secret.\n', status: 503 });
    expect(handshakeStatements(refused, provider)).toEqual([{ tone: 'bad', text: 'No secret.' }]);
  });

  it('tells a secret that was stored from one that is only offered', () => {
    expect(words({ secret: 'stored' })[0]).toMatch(/is stored for this endpoint/);
    expect(words({ secret: 'offered' })[0]).toMatch(/has one already/);
    expect(handshakeStep(handshake({ secret: 'stored' }))).toBeNull();
    expect(handshakeStep(handshake({ secret: 'offered' }))).toBe('store-secret');
  });

  it('asks for a call back until one was answered well', () => {
    const detail = { callBack: CALL_BACK };
    expect(words(detail)[0]).toMatch(
      /waits until its own address sns\.us-west-2\.amazonaws\.com is called/,
    );
    expect(handshakeStep(handshake(detail))).toBe('call-back');
    const pending = call({ outcome: 'pending', status: null });
    expect(handshakeStep(handshake(detail, [pending]))).toBeNull();
    const refused = call({ outcome: 'response', status: 403 });
    expect(words(detail, [refused])[0]).toMatch(/but answered 403/);
    expect(handshakeStep(handshake(detail, [refused]))).toBe('call-back');
    const done = call({ outcome: 'response', status: 200 });
    expect(words(detail, [refused, done])[0]).toMatch(/^Confirmed/);
    expect(handshakeStep(handshake(detail, [refused, done]))).toBeNull();
    const failure = { code: 'dns' as const, message: 'It could not be called.' };
    const failed = call({ outcome: 'failure', status: null, failure });
    expect(words(detail, [failed])).toEqual(['It could not be called.']);
    expect(handshakeStep(handshake(detail, [failed]))).toBe('call-back');
  });

  it('is part of the story, behind who answered', () => {
    const { statements } = tellStory(handshake({ body: 'abc123' }), provider);
    expect(statements.slice(-2).map(({ text }) => text)).toEqual([
      expect.stringMatching(/answered the handshake itself, with 200/),
      'The answer was abc123',
    ]);
  });

  it('says nothing about any other delivery', () => {
    expect(handshakeStatements(delivery(), provider)).toEqual([]);
    expect(handshakeStep(delivery())).toBeNull();
  });
});
