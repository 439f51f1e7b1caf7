// The way to a value of pretty-printed JSON, and the value for the clipboard.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PrettyJson, reindentJson } from '../../../src/renderer/viewers/json-reindent.ts';
import { runAtOnce } from '../../../src/renderer/viewers/sliced.ts';
import {
  pathText,
  unquoted,
  valueAt,
  valueText,
} from '../../../src/renderer/viewers/value-path.ts';

function pretty(text: string): PrettyJson {
  const result = runAtOnce(reindentJson(text, { maxLines: 1_000_000, many: false }));
  if (result.kind !== 'pretty') throw new Error(JSON.stringify(result));
  return result;
}

describe('valueAt', () => {
  const json = pretty('{"a":{"items":[1,{"id":"x"},[true]],"b c":"d: \\"e\\""},"__proto__":null}');
  const paths = json.lines.map((_, line) => {
    const value = valueAt(json, line);
    return value && pathText(value.path);
  });

  it('leads from the top to every line, also to a closing bracket', () => {
    expect(paths).toEqual([
      '',
      'a',
      'a.items',
      'a.items[0]',
      'a.items[1]',
      'a.items[1].id',
      'a.items[1]',
      'a.items[2]',
      'a.items[2][0]',
      'a.items[2]',
      'a.items',
      'a["b c"]',
      'a',
      '__proto__',
      '',
    ]);
  });

  it('gives strings without quotes, and objects as indented JSON', () => {
    const text = (line: number) => {
      const value = valueAt(json, line);
      return value && valueText(json, value);
    };
    expect(text(11)).toBe('d: "e"');
    expect(text(3)).toBe('1');
    expect(text(4)).toBe('{\n  "id": "x"\n}');
    expect(text(13)).toBe('null');
    expect(unquoted('"\\ud800"')).toBe('\ud800');
  });

  it('finds in any JSON what its path says', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (given) => {
        const text = JSON.stringify(given);
        const original: unknown = JSON.parse(text);
        const json = pretty(text);
        for (let line = 0; line < json.lines.length; line++) {
          const value = valueAt(json, line);
          if (value === null) throw new Error(`no value on ${json.lines[line]}`);
          const reached = value.path.reduce<unknown>(
            (around, step) => Object.getOwnPropertyDescriptor(around, step)?.value,
            original,
          );
          if (typeof reached === 'string') expect(valueText(json, value)).toBe(reached);
          else expect(JSON.parse(valueText(json, value))).toEqual(reached);
        }
      }),
    );
  });

  it('takes 10,000 levels and arrays of 100,000 elements', () => {
    const deep = pretty(`${'['.repeat(10_000)}1${']'.repeat(10_000)}`);
    expect(valueAt(deep, 10_000)?.path).toHaveLength(10_000);
    const long = pretty(`[${'0,'.repeat(99_999)}0]`);
    expect(valueAt(long, 100_000)?.path).toEqual([99_999]);
  });
});
