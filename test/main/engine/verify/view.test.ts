// Values inside a body: parsed once, tolerantly where it is large or cut off.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Body } from '../../../../src/main/engine/body.ts';
import { createView } from '../../../../src/main/engine/verify/view.ts';

const folder = mkdtempSync(join(tmpdir(), 'hookglass-view-'));
afterAll(() => rmSync(folder, { recursive: true }));

const view = (body: Body, complete = true) =>
  createView({ method: 'POST', target: '/', headers: [], body }, complete);
const memory = (text: string | Buffer): Body => ({ kind: 'memory', bytes: Buffer.from(text) });

function spooled(text: string): Body {
  const path = join(folder, `${text.length}`);
  writeFileSync(path, text);
  return { kind: 'file', path, size: text.length };
}

describe('the JSON of a body', () => {
  it('is read once, however often it is asked for', () => {
    const bytes = Buffer.from('{"id":"a"}');
    const open = view({ kind: 'memory', bytes });
    expect(open.jsonAt(['id'])).toBe('a');
    bytes.fill(0);
    expect(open.jsonAt(['id'])).toBe('a');
  });

  it('may start with white space or a byte order mark', () => {
    expect(view(memory(' \r\n\t{"id":"a"}')).jsonAt(['id'])).toBe('a');
    expect(view(memory('\ufeff{"id":"a"}')).jsonAt(['id'])).toBe('a');
  });

  it('is nothing when it is broken, empty, or no object', () => {
    for (const text of ['', '{', '{"id":}', 'id=a', '"id"', '\u0000']) {
      expect(view(memory(text)).jsonAt(['id'])).toBeUndefined();
    }
  });

  it('is found at the beginning of a body that was cut off', () => {
    const cut = memory('{"type":"x","id":"evt_12');
    expect(view(cut, false).jsonAt(['type'])).toBe('x');
    expect(view(cut, false).jsonAt(['id'])).toBeUndefined();
    expect(view(memory('{"id":12'), false).jsonAt(['id'])).toBeUndefined();
  });

  it('is found at the beginning of a spooled body', () => {
    const filler = `"${'x'.repeat(2_000_000)}"`;
    const early = view(spooled(`{"id":"evt_1","data":{"id":"other"},"filler":${filler},"late":1}`));
    expect(early.jsonAt(['id'])).toBe('evt_1');
    expect(early.jsonAt(['data', 'id'])).toBe('other');
    expect(early.jsonAt(['late'])).toBeUndefined();
    expect(early.jsonAt(['filler'])).toBeUndefined();
  });

  it('is nothing when the file is gone', () => {
    expect(view({ kind: 'file', path: join(folder, 'gone'), size: 9 }).jsonAt(['id'])).toBe(
      undefined,
    );
  });

  it('is the text of a number with more digits than JavaScript has', () => {
    const whole = view(memory('{"a":[1,{"id":4912661846655238145}],"id":12,"price":1.50}'));
    expect(whole.jsonAt(['a', 1, 'id'])).toBe('4912661846655238145');
    expect(whole.jsonAt(['id'])).toBe(12);
    expect(whole.jsonAt(['price'])).toBe(1.5);
    const cut = view(memory('{"id":4912661846655238145,"text":"'), false);
    expect(cut.jsonAt(['id'])).toBe('4912661846655238145');
    const deep = view(
      memory(`{"id":4912661846655238145,"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}`),
    );
    expect(String(deep.jsonAt(['id']))).toMatch(/^49126618466552/);
  });

  it('survives brackets nested by the thousand', () => {
    const deep = `{"a":${'['.repeat(60_000)}`;
    expect(view(memory(deep)).jsonAt(['a', 0])).toBeUndefined();
    expect(view(memory(deep), false).jsonAt(['id'])).toBeUndefined();
  });
});
