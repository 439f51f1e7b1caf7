// What is copied, run for real: by the shell, curl, Node and Python, against a server that compares bytes.

import { execFile } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { snippetOf, snippets } from '../../../../src/renderer/lib/snippets/index.ts';
import type { SnippetRequest } from '../../../../src/renderer/lib/snippets/snippet.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { BODIES, type Caught, HOSTILE, request, startCatcher } from './requests.ts';

/** Writes a snippet to a file and runs it; the folder it ran in must hold nothing else afterwards. */
async function run(
  id: string,
  sent: SnippetRequest,
  file: string,
  program: string,
): Promise<Caught> {
  const { origin, caught } = await startCatcher();
  const folder = tempDir();
  writeFileSync(join(folder, file), snippetOf(id)!.write({ ...sent, origin }));
  await new Promise<void>((resolve, reject) => {
    const child = execFile(program, [file], { cwd: folder }, (error, _, stderr) => {
      if (error) reject(new Error(stderr));
      else resolve();
    });
    child.stdin?.end();
  });
  expect(readdirSync(folder).filter((name) => name !== file)).toEqual([]);
  expect(existsSync('pwned')).toBe(false);
  return caught;
}

const valuesOf = ({ headers }: Caught, name: string) =>
  headers.filter(([other]) => other === name).map(([, value]) => value);

/** Blanks around a value do not belong to it. */
const HOSTILE_VALUE = HOSTILE.trim();

describe.each([
  ['curl', 'command.sh', 'bash'],
  ['fetch', 'call.mjs', process.execPath],
  ['python', 'call.py', 'python3'],
])('what is copied as %s', (id, file, program) => {
  it.each(BODIES)('sends the exact bytes of %s', async (_, body) => {
    const caught = await run(id, request({ body }), file, program);
    expect(caught.body).toEqual(body);
    expect(caught.requestLine).toBe('POST /hooks?a=1&b=%20c HTTP/1.1');
    expect(valuesOf(caught, 'content-type')).toEqual(['application/json']);
    expect(valuesOf(caught, 'x-hostile')).toEqual([HOSTILE_VALUE]);
    expect(valuesOf(caught, 'x-latin')).toEqual(['caf\xe9']);
    expect(valuesOf(caught, 'x-twice').join(', ')).toBe('one, two');
    expect(valuesOf(caught, 'content-length').join()).toBe(
      body.length === 0 && id === 'curl' ? '' : String(body.length),
    );
  });
});

describe('every snippet', () => {
  it('has an id, a label and a note of its own', () => {
    for (const key of ['id', 'label', 'note'] as const) {
      expect(new Set(snippets.map((snippet) => snippet[key])).size, key).toBeGreaterThan(
        snippets.length - (key === 'note' ? 3 : 1),
      );
    }
  });

  it.each(snippets.map(({ id }) => id))('%s is made of any request', (id) => {
    for (const [, body] of BODIES) {
      for (const method of ['GET', 'HEAD', 'PATCH', 'POST']) {
        for (const target of ['/', '*', 'http://other.example/a?b', '/%zz']) {
          expect(snippetOf(id)!.write(request({ body, method, target }))).not.toBe('');
        }
      }
    }
  });

  it.each([
    ['ruby', /(?<!\\)#\{/],
    ['rspec', /(?<!\\)#\{/],
    ['php', /(?<!\\)\$[({x]/],
  ])('%s lets nothing be run in a text', (id, interpolation) => {
    const text = snippetOf(id)!.write(request({ body: Buffer.from(HOSTILE) }));
    expect(text).toContain('touch pwned');
    expect(text).not.toMatch(interpolation);
  });
});
