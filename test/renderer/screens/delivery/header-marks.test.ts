// Headers that mean something are marked; the others are left alone.

import { describe, expect, it } from 'vitest';
import {
  filterHeaders,
  headerMark,
  headersAsText,
  type MarkContext,
} from '../../../../src/renderer/screens/delivery/header-marks.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import type { Check, ProviderInfo } from '../../../../src/shared/model.ts';
import { delivery, provider } from './fixtures.ts';

const context = { delivery: delivery(), provider, endpoint: null };
const word = (pair: [string, string], given: MarkContext = context) =>
  headerMark(pair, given)?.word;

describe('headerMark', () => {
  it("knows the signature, its time, the message's id and the event's type", () => {
    expect(word(['x-webhook-signature', 'v1=ab'])).toBe('Signature');
    expect(word(['X-Webhook-Timestamp', '1736937151'])).toBe('Timestamp');
    expect(word(['X-Id', 'evt_1'])).toBe('Message id');
    expect(word(['X-Type', 'certificate.minted'])).toBe('Event type');
    expect(word(['Date', 'Sun, 22 Nov 2026 14:02:31 GMT'])).toBeUndefined();
    expect(word(['X-Timestamp', '1736937151'])).toBeUndefined();
  });

  it('says what each is for, with the tolerance that holds', () => {
    const text = (given: MarkContext) => headerMark(['X-Webhook-Timestamp', '1'], given)?.text;
    expect(text(context)).toBe('When Pocketbook signed this. It may be 5 min off.');
    const endpoint = { providerOptions: {}, toleranceSeconds: 30 };
    expect(text({ ...context, endpoint })).toBe('When Pocketbook signed this. It may be 30 s off.');
  });

  it('leads to the check that used it, the one that failed before the others', () => {
    const checks: Check[] = [
      { name: 'header-present', ok: true, detail: '' },
      { name: 'timestamp', ok: true, detail: '' },
      { name: 'signature', ok: false, detail: '' },
    ];
    const judged = { ...context.delivery, verdict: { checks } };
    const check = (name: string, given: MarkContext) => headerMark([name, 'x'], given)?.check?.name;
    const failed = { ...context, delivery: judged };
    expect(check('X-Webhook-Signature', failed)).toBe('signature');
    expect(check('X-Webhook-Timestamp', failed)).toBe('timestamp');
    const unchecked = { ...judged, verdict: { checks: [] } };
    expect(check('X-Webhook-Signature', { ...context, delivery: unchecked })).toBeUndefined();
  });

  it('knows a signature header that the user named', () => {
    const option = { key: 'header', label: 'Header', help: '', default: 'X-Signature' };
    const headers: ProviderInfo['headers'] = [{ name: '{option:header}', role: 'signature' }];
    const custom = { ...context, provider: { ...provider, headers, options: [option] } };
    const endpoint = { providerOptions: { header: 'X-Sig' }, toleranceSeconds: null };
    expect(word(['x-sig', 'ab'], { ...custom, endpoint })).toBe('Signature');
    expect(word(['X-Signature', 'ab'], custom)).toBe('Signature');
  });

  it('marks nothing without a provider', () => {
    expect(word(['X-Id', 'evt_1'], { ...context, provider: null })).toBeUndefined();
  });
});

describe('header lists', () => {
  const headers: HeaderList = [
    ['Host', 'a'],
    ['X-Dup', '1'],
    ['x-dup', '2'],
  ];

  it('are copied in order, case and duplicates kept', () => {
    expect(headersAsText(headers)).toBe('Host: a\nX-Dup: 1\nx-dup: 2');
  });

  it('are filtered by name and value', () => {
    expect(filterHeaders(headers, ' DUP ')).toEqual([1, 2]);
    expect(filterHeaders(headers, '2')).toEqual([2]);
    expect(filterHeaders(headers, '')).toEqual([0, 1, 2]);
  });
});
