// Compressed bodies are unpacked for display only, and never without a limit.

import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decompress } from '../../../src/renderer/viewers/decompress.ts';

const text = 'hello '.repeat(1000);
const plain = Uint8Array.from(new TextEncoder().encode(text));
const packed = (bytes: Buffer) => Uint8Array.from(bytes);

describe('decompress', () => {
  it('unpacks gzip and deflate', async () => {
    const gzip = await decompress(packed(gzipSync(plain)), 'GZIP');
    expect(gzip).toEqual({ kind: 'decompressed', encoding: 'gzip', bytes: plain, cut: false });
    const deflate = await decompress(packed(deflateSync(plain)), 'deflate');
    expect(deflate).toMatchObject({ kind: 'decompressed', bytes: plain });
  });

  it('unpacks a deflate without its frame, and encodings inside one another', async () => {
    const raw = await decompress(packed(deflateRawSync(plain)), 'deflate');
    expect(raw).toMatchObject({ kind: 'decompressed', bytes: plain });
    const twice = await decompress(packed(gzipSync(deflateSync(plain))), 'deflate, gzip');
    expect(twice).toMatchObject({ kind: 'decompressed', encoding: 'deflate, gzip', bytes: plain });
    const many = 'gzip,'.repeat(50);
    expect(await decompress(packed(gzipSync(plain)), many)).toMatchObject({ kind: 'unreadable' });
  });

  it('leaves a body without an encoding alone', async () => {
    expect(await decompress(plain, null)).toEqual({ kind: 'plain' });
    expect(await decompress(plain, 'identity')).toEqual({ kind: 'plain' });
    expect(await decompress(new Uint8Array(), 'gzip')).toEqual({ kind: 'plain' });
  });

  it('stops at its limit', async () => {
    const bomb = packed(gzipSync(Buffer.alloc(50 * 1024 * 1024)));
    const result = await decompress(bomb, 'gzip', { limit: 1_000_000 });
    expect(result).toMatchObject({ kind: 'decompressed', cut: true });
    expect(result.kind === 'decompressed' && result.bytes.length).toBe(1_000_000);
  });

  it('says in words when it cannot', async () => {
    expect(await decompress(plain, 'gzip')).toMatchObject({
      kind: 'unreadable',
      message: 'The headers say gzip, but these bytes are not gzip',
    });
    expect(await decompress(plain, 'constructor')).toMatchObject({ kind: 'unreadable' });
    expect(await decompress(packed(gzipSync(plain)).slice(0, 20), 'gzip')).toMatchObject({
      kind: 'unreadable',
    });
  });
});
