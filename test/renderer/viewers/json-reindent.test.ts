// Pretty-printing must not change a single token of what was sent.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ReindentLimits,
  type ReindentResult,
  reindentBeginning,
  reindentJson,
} from '../../../src/renderer/viewers/json-reindent.ts';
import { runAtOnce } from '../../../src/renderer/viewers/sliced.ts';

const limits: ReindentLimits = { maxLines: 1_000_000, many: false };

function reindent(text: string, over: Partial<ReindentLimits> = {}): ReindentResult {
  return runAtOnce(reindentJson(text, { ...limits, ...over }));
}

function pretty(text: string, over: Partial<ReindentLimits> = {}): string[] {
  const result = reindent(text, over);
  if (result.kind !== 'pretty') throw new Error(JSON.stringify(result));
  return result.lines;
}

describe('reindentJson', () => {
  it('puts every member on a line of its own, two spaces a level', () => {
    expect(pretty(' {"a":[1,true,null],"b":{},"c":[ ],"d":{"e":"f"}}\n')).toEqual([
      '{',
      '  "a": [',
      '    1,',
      '    true,',
      '    null',
      '  ],',
      '  "b": {},',
      '  "c": [],',
      '  "d": {',
      '    "e": "f"',
      '  }',
      '}',
    ]);
  });

  it('keeps numbers, escapes, duplicate keys and __proto__ as they were written', () => {
    const text =
      '{"n":12345678901234567890.10,"e":1E+400,"z":-0.0,"u":"caf\\u00e9\\/","u":"\\ud800","__proto__":{"constructor":1}}';
    const lines = pretty(text);
    expect(lines.map((line) => line.trim()).join('')).toBe(text.replaceAll(':', ': '));
  });

  it('says which line closes what opens on a line, and how many members are inside', () => {
    expect(reindent('{"a":[1,2],"b":{"c":{}}}')).toMatchObject({
      closes: [8, 4, 0, 0, 0, 7, 0, 0, 0],
      counts: [2, 2, 0, 0, 0, 1, 0, 0, 0],
    });
  });

  it('reads long strings to their end, past every escape and up to a control character', () => {
    const long = `${'x'.repeat(300)}\\n\\"${'y'.repeat(300)}\\u00e9`;
    expect(pretty(`["${long}","${long}"]`)).toEqual(['[', `  "${long}",`, `  "${long}"`, ']']);
    expect(reindent(`["${long}\n"]`)).toMatchObject({ kind: 'mistake', offset: long.length + 2 });
    expect(reindent(`["${long}`)).toMatchObject({ kind: 'mistake', offset: long.length + 2 });
  });

  it('shows a value at the top that is neither object nor array', () => {
    expect(pretty('"text"')).toEqual(['"text"']);
    expect(pretty('-12.5e3')).toEqual(['-12.5e3']);
    expect(pretty('null')).toEqual(['null']);
  });

  it('takes several values after one another only when it is told to', () => {
    expect(pretty('{"a":1}\n{"b":2}\n', { many: true })).toHaveLength(6);
    expect(reindent('{"a":1}\n{"b":2}')).toMatchObject({ kind: 'mistake', line: 2, column: 1 });
  });

  it.each([
    ['[1,]', 4, 'a comma may not stand before ]'],
    ['{"a":1,}', 8, 'a comma may not stand before }'],
    ['{a:1}', 2, 'a key in double quotes was expected here'],
    ["['a']", 2, 'strings need double quotes'],
    ['[NaN]', 2, 'NaN is not a JSON value'],
    ['[01]', 2, 'a number may not begin with a zero'],
    ['[1.]', 3, 'this number is not complete'],
    ['[-x]', 3, 'a minus sign has to be followed by a digit'],
    ['{"a" 1}', 6, 'a colon was expected after the key'],
    ['[1 2]', 4, 'a comma or ] was expected here'],
    ['{"a":1 "b":2}', 8, 'a comma or } was expected here'],
    ['"\\x"', 2, 'this escape is not one that JSON knows'],
    ['"\\u12g4"', 2, '\\u has to be followed by four hexadecimal digits'],
    ['"a\nb"', 3, 'a control character inside a string has to be escaped'],
    ['[1]]', 4, 'there is more text after the end of the JSON'],
    ['[1\u00a0]', 3, 'a comma or ] was expected here'],
    ['nullx', 5, 'there is more text after the end of the JSON'],
  ])('finds the mistake in %s', (text, column, message) => {
    expect(reindent(text)).toMatchObject({ kind: 'mistake', line: 1, column, message });
  });

  it.each(['', ' \n', '{', '[1,', '{"a"', '{"a":', '"abc', '"abc\\', '-'])(
    'says that the text ends too early: %j',
    (text) => {
      expect(reindent(text)).toMatchObject({
        kind: 'mistake',
        offset: text.length,
        message: 'the text ends before the JSON is complete',
      });
    },
  );

  it('counts the line and the column of a mistake from 1', () => {
    expect(reindent('{\n  "a": 1,\n  "b": oops\n}')).toMatchObject({
      line: 3,
      column: 8,
      offset: 19,
    });
  });

  it('shows 10,000 levels without lines of 20,000 spaces', () => {
    const lines = pretty(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
    expect(lines).toHaveLength(19_999);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(100);
  });

  it('gives up on more lines than it may make', () => {
    expect(reindent(`[${'0,'.repeat(20_000)}0]`, { maxLines: 10_000 })).toEqual({
      kind: 'too-long',
    });
  });

  it('makes room for other work within an array of 100,000 elements', () => {
    const work = reindentJson(`[${'1,'.repeat(99_999)}1]`, limits);
    let steps = 0;
    while (!work.next().done) steps++;
    expect(steps).toBeGreaterThanOrEqual(49);
  });

  it('takes a key of 5 MB', () => {
    const key = 'k'.repeat(5 * 1024 * 1024);
    expect(pretty(`{"${key}":1}`)[1]).toBe(`  "${key}": 1`);
  });

  it('changes nothing but white space, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false, maxDepth: 6 }), (text) => {
        expect(JSON.parse(pretty(text).join('\n'))).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  it('accepts exactly what JSON.parse accepts', () => {
    const tokens = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-0.5',
      'true',
      ' ',
      '"',
    );
    fc.assert(
      fc.property(fc.array(tokens, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        expect(reindent(text).kind === 'pretty').toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('reindentBeginning', () => {
  it('puts what is at hand on lines, and the member that is cut in two at the end', () => {
    expect(reindentBeginning('{"a":[1,{"b":"c"}],"d":"not the wh', 99)).toEqual([
      '{',
      '  "a": [',
      '    1,',
      '    {',
      '      "b": "c"',
      '    }',
      '  ],',
      '  "d":"not the wh',
    ]);
    expect(reindentBeginning('no JSON', 99)).toEqual(['no JSON']);
  });

  it('stops when there are enough lines', () => {
    expect(reindentBeginning('[1,2,3,4]', 2)).toEqual(['[', '  1,']);
  });
});
