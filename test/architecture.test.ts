// The structure that keeps the code readable, checked: who imports whom, no cycles, no god files.

import { describe, expect, it } from 'vitest';
import { findCycles } from './architecture/cycles.ts';
import { allows, ruleFor } from './architecture/rules.ts';
import { bareCode, importsOf, type SourceFile, sourceFiles } from './architecture/source.ts';

const MAX_LINES = 400;
const files = sourceFiles();

/** The files, as messages, that `problem` finds something wrong with. */
function complaints(problem: (file: SourceFile) => string | false): string[] {
  return files.flatMap((file) => {
    const found = problem(file);
    return found ? [`${file.path}: ${found}`] : [];
  });
}

describe('imports', () => {
  it('stay within what the rule of their folder allows', () => {
    const broken = files.flatMap((file) => {
      const rule = ruleFor(file.path);
      if (!rule) return [`${file.path}: no rule covers its folder; add one to rules.ts`];
      return importsOf(file)
        .filter(({ target, kind }) => {
          const asTypes = kind === 'type' && allows(rule.mayAsTypes ?? [], target);
          return !asTypes && !allows(rule.may, target);
        })
        .map(({ target }) => `${file.path} imports ${target}, which ${rule.folder} may not`);
    });
    expect(broken).toEqual([]);
  });

  it('make no cycle, types left aside', () => {
    const graph = new Map(
      files.map((file) => {
        const values = importsOf(file).filter(({ kind }) => kind === 'value');
        return [file.path, values.map(({ target }) => target)];
      }),
    );
    expect(findCycles(graph)).toEqual([]);
  });

  it('are read in every form they can be written in', () => {
    const text = `import a from './a.ts';
import type { B } from './b.ts';
import { type C, type D } from '../c.ts';
import {
  type E,
  f,
} from 'package/sub';
import './style.css';
export * from './g.ts';
const h = () => import('./h.ts');
// import './comment.ts';
`;
    expect(importsOf({ path: 'src/x/y.ts', text })).toEqual([
      { target: 'src/x/a.ts', kind: 'value' },
      { target: 'src/x/b.ts', kind: 'type' },
      { target: 'src/c.ts', kind: 'type' },
      { target: 'package/sub', kind: 'value' },
      { target: 'src/x/g.ts', kind: 'value' },
      { target: 'src/x/style.css', kind: 'value' },
      { target: 'src/x/h.ts', kind: 'dynamic' },
    ]);
  });

  it('that lead back are found as a cycle', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['b']],
    ]);
    expect(findCycles(graph)).toEqual(['b → c → b']);
  });
});

describe('every source file', () => {
  it('begins with a comment that says what it is for', () => {
    const comment = /^(?:#!.*\n)?(?:\/\/ \S|\/\*)/;
    expect(complaints(({ text }) => !comment.test(text) && 'no comment on its first line')).toEqual(
      [],
    );
  });

  it(`has at most ${MAX_LINES} lines`, () => {
    const lines = (text: string) => text.trimEnd().split('\n').length;
    expect(
      complaints(({ text }) => lines(text) > MAX_LINES && `${lines(text)} lines; split it`),
    ).toEqual([]);
  });

  it('has types: no any, no silenced compiler', () => {
    const any = /(?::|<|\bas|\||,)\s*any\b(?!\s*:)/;
    const silenced = /@ts-(?:ignore|nocheck|expect-error)/;
    expect(
      complaints((file) => {
        if (silenced.test(file.text)) return 'silences the compiler';
        return !file.path.endsWith('.css') && any.test(bareCode(file)) && 'uses any';
      }),
    ).toEqual([]);
  });

  it('exports by name', () => {
    const unnamed = /^export (?:default\b|\{[^}]*\bas default\b)/m;
    expect(
      complaints(
        ({ path, text }) => !path.endsWith('.d.ts') && unnamed.test(text) && 'default export',
      ),
    ).toEqual([]);
  });
});
