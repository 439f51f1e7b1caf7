// Bodies in memory and in files answer the same.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Body,
  bodyBytes,
  bodyChunks,
  bodyHead,
  bodyRange,
  bodySize,
  bodyStream,
} from '../../../src/main/engine/body.ts';
import { tempDir } from '../../support/temp-dir.ts';

const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 31) % 256));

function both(): [string, Body][] {
  const path = join(tempDir(), 'body.bin');
  writeFileSync(path, bytes);
  return [
    ['memory', { kind: 'memory', bytes }],
    ['file', { kind: 'file', path, size: bytes.length }],
  ];
}

describe('a body', () => {
  it('gives the same bytes in every way, from memory and from a file', async () => {
    for (const [kind, body] of both()) {
      const copied: Buffer[] = [];
      for (const chunk of bodyChunks(body)) copied.push(Buffer.from(chunk));
      expect([kind, Buffer.concat(copied).equals(bytes)]).toEqual([kind, true]);
      const streamed: Buffer[] = [];
      for await (const chunk of bodyStream(body)) streamed.push(chunk);
      expect(Buffer.concat(streamed).equals(bytes)).toBe(true);
      expect((await bodyBytes(body)).equals(bytes)).toBe(true);
      expect(bodySize(body)).toBe(bytes.length);
      expect(bodyHead(body, 10).equals(bytes.subarray(0, 10))).toBe(true);
    }
  });

  it('gives any range, cut at its end', async () => {
    for (const [, body] of both()) {
      expect((await bodyRange(body, 5, 7)).equals(bytes.subarray(5, 12))).toBe(true);
      expect((await bodyRange(body, 199_990, 100)).equals(bytes.subarray(199_990))).toBe(true);
      expect((await bodyRange(body, 500_000, 10)).length).toBe(0);
    }
  });

  it('whose file is gone fails where bytes are needed, and is empty where a glance is', async () => {
    const gone: Body = { kind: 'file', path: join(tempDir(), 'gone'), size: 5 };
    await expect(bodyRange(gone, 0, 5)).rejects.toThrow();
    expect(() => [...bodyChunks(gone)]).toThrow();
    expect(bodyHead(gone, 5).length).toBe(0);
  });
});
