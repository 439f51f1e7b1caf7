// What the crash test stores: every delivery different, and known from its number alone.

import type { HeaderList } from '../../../../src/shared/headers.ts';

/** Each so many-th delivery has its body in a file. */
export const SPOOL_EVERY = 50;

/** Up to 6000 bytes, or `scale` times as many. */
export function bodyOf(n: number, scale = 1): Buffer {
  const body = Buffer.alloc(1 + ((n * 7919) % (6000 * scale)));
  for (let i = 0; i < body.length; i++) body[i] = (n + i * 31) % 256;
  return body;
}

export function headersOf(n: number): HeaderList {
  return [
    ['X-Number', String(n)],
    ['x-bytes', String.fromCharCode(0x80 + (n % 128))],
    ['X-Number', 'again'],
  ];
}
