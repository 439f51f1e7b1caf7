// The help shows every key there is: no handler anywhere in the interface binds one that is in no table.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/renderer/state/keys.ts';
import { localKeys } from '../../../src/renderer/state/local-keys.ts';

const ROOT = new URL('../../../src/renderer', import.meta.url).pathname;

/** Looks like a handler of keys. */
const HANDLES = /onKeyDown|onKeyUp|onKeyPress|['"]key(down|up|press)['"]|keymap\.of/;
/** The names of keys in one: as an event has them, as our own names, and as CodeMirror's. */
const NAMES = [
  /(?:event|pressed|press|e)\.key [!=]== '([^']+)'/g,
  /matchesKey\('([^']+)'/g,
  /\bkey: '([^']+)'/g,
];

/** Every key that a text binds, by the name it has in the tables. */
function boundKeys(text: string): string[] {
  if (!HANDLES.test(text)) return [];
  return NAMES.flatMap((name) => [...text.matchAll(name)].map(([, key = '']) => key))
    .map((key) => key.replace('Mod-', 'mod+').replace('Shift-', 'shift+').replace('Alt-', 'alt+'))
    .map((key) => (key.length === 1 ? key.toLowerCase() : key));
}

const tables = [...commands, ...localKeys].flatMap(({ keys }) => keys);
/** An event has the key without what is held with it. */
const known = new Set([...tables, ...tables.map((key) => key.replace(/^(mod|shift|alt)\+/, ''))]);

function sources(): { path: string; text: string }[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

describe('the keys of the interface', () => {
  it('are all in a table', () => {
    const unknown = sources().flatMap(({ path, text }) =>
      boundKeys(text)
        .filter((key) => !known.has(key))
        .map((key) => `${path}: ${key}`),
    );
    expect(unknown).toEqual([]);
  });

  it('are found where they are bound, or this test would see nothing', () => {
    const bound = sources().flatMap(({ text }) => boundKeys(text));
    expect(bound).toEqual(expect.arrayContaining(['Escape', 'Enter', 'ArrowDown', 'mod+c']));
    expect(boundKeys("onKeyDown={(event) => event.key === 'x' && go()}")).toEqual(['x']);
    expect(boundKeys("keymap.of([{ key: 'Mod-x', run }])")).toEqual(['mod+x']);
  });

  it('of the whole window are listened to in one place only', () => {
    const listeners = sources()
      .filter(({ text }) => /(document|window)\.addEventListener\(\s*'key/.test(text))
      .map(({ path }) => path);
    expect(listeners).toEqual(['app.tsx']);
  });

  it('have one meaning at each place', () => {
    for (const group of new Set(localKeys.map((hint) => hint.group))) {
      const keys = localKeys.filter((hint) => hint.group === group).flatMap((hint) => hint.keys);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});
