import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeQuery } from '../../../src/shared/query/describe.ts';
import { queryFields } from '../../../src/shared/query/fields.ts';
import { MAX_QUERY_LENGTH, parseQuery } from '../../../src/shared/query/parse.ts';
import { printQuery } from '../../../src/shared/query/print.ts';
import { anyQuery, unplaced } from './arbitrary.ts';

function parsed(text: string) {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(`${text}: ${JSON.stringify(result.error)}`);
  return result.query;
}

/** The shape of a filter: its terms as they are printed, in brackets of their kind. */
const shape = (text: string) => printQuery(parsed(text));

function mistake(text: string) {
  const result = parseQuery(text);
  if (result.ok) throw new Error(`${text} is a filter`);
  const { at, length, message, suggestion } = result.error;
  return { at: text.slice(at, at + length), message, suggestion };
}

describe('parseQuery', () => {
  it('takes an empty text as the filter that everything passes', () => {
    expect(parseQuery('')).toEqual({ ok: true, query: { kind: 'all' } });
    expect(parseQuery('  \n')).toEqual({ ok: true, query: { kind: 'all' } });
  });

  it('joins words by and, and lets or bind less', () => {
    expect(parsed('a b or c d')).toMatchObject({
      kind: 'or',
      parts: [
        { kind: 'and', parts: [{ condition: { text: 'a' } }, { condition: { text: 'b' } }] },
        { kind: 'and', parts: [{ condition: { text: 'c' } }, { condition: { text: 'd' } }] },
      ],
    });
    expect(shape('a AND (b Or c)')).toBe('a (b or c)');
    expect(shape('((a b) c)')).toBe('a b c');
  });

  it('takes not and a dash for the same', () => {
    expect(shape('not a')).toBe('-a');
    expect(shape('-(a or b) not type:x')).toBe('-(a or b) -type:x');
    expect(shape('not not a')).toBe('--a');
    expect(shape('not(a)')).toBe('-a');
  });

  it('knows where each term stands', () => {
    const text = ' type:a  -(x or "y z") ';
    const query = parsed(text);
    const places = query.kind === 'and' ? query.parts : [];
    expect(
      places.map((part) =>
        part.kind === 'all' ? '' : text.slice(part.span.at, part.span.at + part.span.length),
      ),
    ).toEqual(['type:a', '-(x or "y z")']);
  });

  it('reads every example of every field', () => {
    for (const { name, examples } of queryFields) {
      for (const example of examples) {
        expect(parsed(example), example).toMatchObject({ kind: 'term' });
        expect(shape(example).startsWith(name), example).toBe(true);
      }
    }
  });

  it('reads aliases and any case of names and fixed words', () => {
    expect(shape('Event:invoice.*')).toBe('type:invoice.*');
    expect(shape('VERDICT:Failed')).toBe('verdict:failed');
    expect(shape('header[X-Request-ID]:A')).toBe('header[x-request-id]:A');
    expect(shape('header.x-request-id:A')).toBe('header[x-request-id]:A');
    expect(shape('size:>10KiB')).toBe('size:>10kb');
    expect(shape('duration:>1.5s')).toBe('duration:>1500ms');
    expect(shape('after:60m')).toBe('after:1h');
  });

  it('reads paths into JSON', () => {
    const path = (text: string) => {
      const query = parsed(text);
      return query.kind === 'term' && 'path' in query.condition ? query.condition.path : null;
    };
    expect(path('body.data.object.id:x')).toEqual(['data', 'object', 'id']);
    expect(path('body[0].a["b.c"][2]:x')).toEqual([0, 'a', 'b.c', 2]);
    expect(path('body[a]:x')).toEqual(['a']);
    expect(path('body.:x')).toBeNull();
  });

  it('takes what only looks like a term for a text', () => {
    for (const text of [
      'https://example.com/a?b=c',
      '12:30',
      'evt_1:x',
      'a.b',
      'a[0]',
      '{"a":1}',
    ]) {
      expect(parsed(text), text).toMatchObject({ condition: { kind: 'text', text } });
    }
  });

  it('reads what is quoted literally', () => {
    expect(parsed('"a \\"b\\" \\\\ \\n or"')).toMatchObject({
      condition: { text: 'a "b" \\ \\n or' },
    });
    expect(parsed('type:"a*"')).toMatchObject({
      condition: { pattern: { text: 'a*', wildcard: false } },
    });
    expect(parsed('body.a:">5"')).toMatchObject({ condition: { kind: 'json' } });
  });
});

describe('a mistake in a filter', () => {
  it.each([
    ['verdct:failed', 'verdct', /no field “verdct”. Did you mean “verdict”/, 'verdict'],
    ['a verdict:faild', 'faild', /cannot be “faild”. Did you mean “failed”/, 'failed'],
    ['is:xyzzy', 'xyzzy', /It can be pinned, .* or oversized\./, undefined],
    ['zzzzzz:1', 'zzzzzz:1', /As a text, write "zzzzzz:1"/, '"zzzzzz:1"'],
    [
      'customer.email:a',
      'customer.email',
      /written body\.customer\.email:a/,
      'body.customer.email',
    ],
    ['type[a]:b', '[a]', /“type” takes no name or path/, ''],
    ['status:abc', 'abc', /no status.*status:>=400/, undefined],
    ['size:>big', '>big', /not a size/, undefined],
    ['duration:>5', '>5', /with its unit/, undefined],
    ['before:2026-02-31', '2026-02-31', /no time/, undefined],
    ['body.a:>b', '>b', /After > goes a number/, undefined],
    ['body.a:!=5', '!=5', /-body\.a:5 is anything else/, undefined],
    ['a (b or c', '(', /not closed/, undefined],
    ['a) b', ')', /closes nothing/, undefined],
    ['a ()', '()', /nothing between/, undefined],
    ['a or', 'or', /needs something after/, undefined],
    ['or a', 'or', /needs something before/, undefined],
    ['a and', 'and', /both sides/, undefined],
    ['a not', 'not', /needs something after/, undefined],
    ['a - b', '-', /needs something after/, undefined],
    ['note:"open', '"open', /quote is not closed/, undefined],
    ['""', '""', /between the quotes/, undefined],
    ['note:"a"b', 'b', /space after the closing quote/, undefined],
    ['type: a', 'type:', /needs a value.*type:invoice/, undefined],
  ])('in %s is explained at its place', (text, at, message, suggestion) => {
    expect(mistake(text)).toEqual({ at, message: expect.stringMatching(message), suggestion });
  });

  it('is a filter that is too long or too deep', () => {
    expect(mistake(`${'a'.repeat(MAX_QUERY_LENGTH)}bc`).at).toBe('bc');
    expect(mistake(`${'('.repeat(900)}a${')'.repeat(900)}`).message).toMatch(/levels are too many/);
    expect(mistake(`${'-'.repeat(900)}a`).message).toMatch(/levels are too many/);
  });

  it('goes away with its suggestion', () => {
    for (const text of [
      'verdct:failed',
      'a verdict:faild',
      'zzzz:1',
      'customer.x:1',
      'type[a]:b',
    ]) {
      const result = parseQuery(text);
      if (result.ok) throw new Error(text);
      const { at, length, suggestion = '' } = result.error;
      const mended = text.slice(0, at) + suggestion + text.slice(at + length);
      expect(parseQuery(mended), mended).toMatchObject({ ok: true });
    }
  });
});

describe('any filter', () => {
  it('is the same after printing and parsing it', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const text = printQuery(query);
        fc.pre(text.length <= MAX_QUERY_LENGTH);
        const again = parseQuery(text);
        expect(again.ok ? unplaced(again.query) : [text, again.error]).toEqual(unplaced(query));
      }),
      { numRuns: 2000 },
    );
  });

  it('has a reading, and its mistakes lie within it, whatever is typed', () => {
    const pieces = fc.constantFrom(
      ...['type:', 'body', '.a', '[0]', '["', '"', '(', ')', ' or ', ' and ', 'not ', '-', ' '],
      ...['*', '>', '<=', '4xx', '10kb', '2026-11-22', 'is:', 'header[', ']', '\\', 'é', '\u0000'],
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const result = parseQuery(text);
        if (result.ok) {
          expect(describeQuery(result.query)).not.toBe('');
          const again = parseQuery(printQuery(result.query));
          expect(again.ok && unplaced(again.query)).toEqual(unplaced(result.query));
        } else {
          const { at, length } = result.error;
          expect(at + length).toBeLessThanOrEqual(text.length);
          expect(length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
