// Headers that mean something are marked; the others are left alone.

import { describe, expect, it } from 'vitest';
import {
  filterHeaders,
  headerMark,
  headersAsText,
} from '../../../../src/renderer/screens/delivery/header-marks.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import { delivery, provider } from './fixtures.ts';

const context = { delivery: delivery(), provider, endpoint: null };

describe('headerMark', () => {
  it("knows the signature, its time, the message's id and the event's type", () => {
    expect(headerMark(['x-webhook-signature', 'v1=ab'], context)).toBe('Signature');
    expect(headerMark(['X-Webhook-Timestamp', '1736937151'], context)).toBe('Timestamp');
    expect(headerMark(['X-Id', 'evt_1'], context)).toBe('Message id');
    expect(headerMark(['X-Type', 'certificate.minted'], context)).toBe('Event type');
    expect(headerMark(['Date', 'Sun, 22 Nov 2026 14:02:31 GMT'], context)).toBeNull();
    expect(headerMark(['X-Timestamp', 'soon'], context)).toBeNull();
  });

  it('knows a signature header that the user named', () => {
    const option = { key: 'header', label: 'Header', help: '', default: 'X-Signature' };
    const custom = { ...provider, signatureHeader: '{option:header}', options: [option] };
    const chosen = {
      ...context,
      provider: custom,
      endpoint: { providerOptions: { header: 'X-Sig' } },
    };
    expect(headerMark(['x-sig', 'ab'], chosen)).toBe('Signature');
    expect(headerMark(['X-Signature', 'ab'], { ...chosen, endpoint: null })).toBe('Signature');
  });

  it('marks nothing without a provider', () => {
    expect(headerMark(['X-Id', 'evt_1'], { ...context, provider: null })).toBeNull();
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
