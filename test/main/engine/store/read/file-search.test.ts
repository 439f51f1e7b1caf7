import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileContains } from '../../../../../src/main/engine/store/read/file-search.ts';
import { needleOf } from '../../../../../src/main/engine/store/read/match.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

const PIECE = 256 * 1024;

function fileOf(bytes: Buffer): string {
  const path = join(tempDir(), 'body');
  writeFileSync(path, bytes);
  return path;
}

function contains(path: string, text: string, signal = new AbortController().signal) {
  return fileContains(path, needleOf(text), signal);
}

describe('looking into a file', () => {
  it('finds text at every place around the border of two pieces', async () => {
    const bytes = Buffer.alloc(PIECE * 2 + 100, 'x');
    for (const offset of [
      0,
      PIECE - 6,
      PIECE - 5,
      PIECE - 1,
      PIECE,
      2 * PIECE - 3,
      2 * PIECE + 94,
    ]) {
      const copy = Buffer.from(bytes);
      copy.write('NeeDle', offset);
      expect(await contains(fileOf(copy), 'nEEdlE'), String(offset)).toBe(true);
    }
    expect(await contains(fileOf(bytes), 'needle')).toBe(false);
  });

  it('finds what an ordinary search of the whole would find', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', 'c', '\0', 'é'),
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text), text, async (parts, query) => {
        const whole = parts.join('');
        const lower = (s: string) => s.replace(/[A-Z]/g, (c) => c.toLowerCase());
        expect(await contains(fileOf(Buffer.from(whole)), query)).toBe(
          lower(whole).includes(lower(query)),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('finds a query longer than the file, or in an empty one, nowhere', async () => {
    expect(await contains(fileOf(Buffer.from('short')), 'shorter')).toBe(false);
    expect(await contains(fileOf(Buffer.alloc(0)), 'a')).toBe(false);
  });

  it('finds nothing in a file that is gone', async () => {
    expect(await contains(join(tempDir(), 'gone'), 'a')).toBe(false);
  });

  it('stops when it is broken off', async () => {
    const controller = new AbortController();
    controller.abort();
    const path = fileOf(Buffer.alloc(10));
    await expect(contains(path, 'a', controller.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
