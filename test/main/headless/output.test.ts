// Printing never holds up receiving, and says when it had to leave something out.

import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createOutput } from '../../../src/main/headless/output.ts';

const leftOut = (count: number) => `left out ${count}`;
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the output', () => {
  it('writes the lines of one turn at once, in order', async () => {
    const stream = new PassThrough();
    const chunks: string[] = [];
    stream.on('data', (chunk) => chunks.push(String(chunk)));
    const output = createOutput(stream, leftOut);
    output.write('a', false);
    output.write('b', true);
    await nextTurn();
    output.write('c', false);
    await nextTurn();
    await nextTurn();
    expect(chunks).toEqual(['a\nb\n', 'c\n']);
  });

  it('leaves lines out while nobody reads, but not the important ones, and says how many', async () => {
    const taken: string[] = [];
    let readAll = () => {};
    const slow = new Writable({
      decodeStrings: false,
      write(chunk, _encoding, done) {
        taken.push(String(chunk));
        if (taken.length > 1) done();
        else readAll = done;
      },
    });
    const output = createOutput(slow, leftOut);
    output.write('x'.repeat(33 * 1024 * 1024), false);
    await nextTurn();
    for (let i = 0; i < 10; i++) output.write('lost', false);
    output.write('important', true);
    await nextTurn();
    readAll();
    await nextTurn();
    output.write('after', false);
    await nextTurn();
    expect(taken.slice(1).join('')).toBe('important\nafter\nleft out 10\n');
  });

  it('survives a reader that went away', async () => {
    const stream = new PassThrough();
    const output = createOutput(stream, leftOut);
    stream.destroy(new Error('EPIPE'));
    output.write('a', true);
    await nextTurn();
    expect(stream.destroyed).toBe(true);
  });
});
