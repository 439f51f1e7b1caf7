// The URL that a sender called, from what is known of the tunnel and from the request's headers.

import { describe, expect, it } from 'vitest';
import { publicOriginOf } from '../../../src/main/engine/public-origin.ts';
import type { HeaderList } from '../../../src/shared/headers.ts';

const tunnel = new URL('https://abc.example');

describe('the origin of the URL that was called', () => {
  it.each<[string, HeaderList, URL | null, string | null]>([
    ['the tunnel’s host', [['host', 'ABC.example']], tunnel, 'https://abc.example'],
    [
      'a rewritten host behind the tunnel',
      [
        ['Host', 'localhost:4747'],
        ['X-Forwarded-For', '192.0.2.1'],
      ],
      tunnel,
      'https://abc.example',
    ],
    ['the receiver itself', [['Host', '127.0.0.1:4747']], tunnel, 'http://127.0.0.1:4747'],
    [
      'another proxy, without a tunnel',
      [
        ['Host', 'hooks.example'],
        ['X-Forwarded-Proto', 'https, http'],
      ],
      null,
      'https://hooks.example',
    ],
    ['nobody knows', [], null, null],
  ])('is told for %s', (_, headers, url, origin) => {
    expect(publicOriginOf(headers, url)).toBe(origin);
  });
});
