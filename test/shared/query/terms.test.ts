import { describe, expect, it } from 'vitest';
import { completionAt } from '../../../src/shared/query/complete.ts';
import { momentAt, parseMoment } from '../../../src/shared/query/moment.ts';
import { parseQuery } from '../../../src/shared/query/parse.ts';
import {
  bodyTerm,
  headerTerm,
  termFor,
  termsOf,
  withoutTerm,
  withTerm,
} from '../../../src/shared/query/terms.ts';

function tags(text: string) {
  const result = parseQuery(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return termsOf(result.query);
}
const readings = (text: string) => tags(text).map(({ reading }) => reading);

describe('termsOf', () => {
  it.each([
    ['foo', 'contains “foo”'],
    ['type:invoice.*', 'event type starts with “invoice.”'],
    ['type:*.paid', 'event type ends with “.paid”'],
    ['type:a*b', 'event type starts with “a” and ends with “b”'],
    ['type:a*b*c', 'event type is like “a*b*c”'],
    ['path:/a', 'path contains “/a”'],
    ['provider:stripe', 'provider is “stripe”'],
    ['header[x-id]:*', 'header x-id is there'],
    ['header[x-id]:7', 'header x-id contains “7”'],
    ['body:"past due"', 'body contains “past due”'],
    ['body.data.items[0].id:x', 'data.items[0].id is “x”'],
    ['body.amount:>=5', 'amount is at least 5'],
    ['status:404', 'status is 404'],
    ['status:>=400', 'status is at least 400'],
    ['status:5xx', 'status is 5xx'],
    ['size:>10kb', 'body is more than 10 KB'],
    ['duration:<1s', 'was answered in less than 1 s'],
    ['verdict:failed', 'failed verification'],
    ['is:pinned', 'is pinned'],
    ['label:red', 'has the red label'],
    ['after:10m', 'came in the last 10 minutes'],
    ['before:1h', 'came more than 1 hour ago'],
    ['before:2026-11-22T10:00', 'came before 2026-11-22 10:00'],
    ['-is:pinned', 'not: is pinned'],
    ['a or (b c)', 'contains “a”, or (contains “b”, and contains “c”)'],
  ])('reads %s as %s', (text, reading) => {
    expect(readings(text)).toEqual([reading]);
  });

  it('makes a tag of each thing that has to be true', () => {
    expect(readings('type:a -b (c or d)')).toEqual([
      'event type is “a”',
      'not: contains “b”',
      'contains “c”, or contains “d”',
    ]);
    expect(tags('')).toEqual([]);
  });

  it('says where each stands, so that it can be removed from the text', () => {
    const text = 'type:a and -(b or c)  and "d e"';
    const without = tags(text).map((tag) => withoutTerm(text, tag));
    expect(without).toEqual(['-(b or c)  and "d e"', 'type:a "d e"', 'type:a and -(b or c)']);
    for (const rest of without) expect(tags(rest)).toHaveLength(2);
    expect(withoutTerm('a', tags('a')[0]!)).toBe('');
  });
});

describe('a term made from a value', () => {
  it('is added once, and to all of a choice', () => {
    expect(withTerm('', 'a')).toBe('a');
    expect(withTerm('a ', 'type:b')).toBe('a type:b');
    expect(withTerm('a type:b', 'type:b')).toBe('a type:b');
    expect(withTerm('a or b', 'type:b')).toBe('(a or b) type:b');
  });

  it('asks for exactly this value, whatever is in it', () => {
    const terms = [
      termFor('type', 'a b*'),
      termFor('verdict', 'failed'),
      headerTerm('X-Id', '(a)'),
      bodyTerm(['data', 0, 'odd name'], '>5')!,
      bodyTerm(['n'], -5)!,
    ];
    expect(terms).toEqual([
      'type:"a b*"',
      'verdict:failed',
      'header[x-id]:"(a)"',
      'body.data[0]["odd name"]:">5"',
      'body.n:-5',
    ]);
    for (const term of terms) expect(tags(term)).toHaveLength(1);
    expect(bodyTerm([], 5)).toBeNull();
  });
});

describe('completionAt', () => {
  const at = (marked: string) => {
    const caret = marked.indexOf('|');
    return completionAt(marked.replace('|', ''), caret);
  };

  it('finds the name, the header or the value that is being typed', () => {
    expect(at('a ver|')).toEqual({ kind: 'name', prefix: 'ver', at: 2, length: 3 });
    expect(at('-(ver|dict')).toEqual({ kind: 'name', prefix: 'ver', at: 2, length: 7 });
    expect(at('|')).toEqual({ kind: 'name', prefix: '', at: 0, length: 0 });
    const value = { kind: 'value', field: 'type', key: null };
    expect(at('x type:inv|oice y')).toEqual({ ...value, prefix: 'inv', at: 7, length: 7 });
    expect(at('event:"a b|')).toEqual({ ...value, prefix: 'a b', at: 6, length: 4 });
    expect(at('header[x-r|]:a')).toEqual({ kind: 'header', prefix: 'x-r', at: 7, length: 3 });
    expect(at('header[x-id]:7|')).toEqual({
      ...{ kind: 'value', field: 'header', key: 'x-id', prefix: '7', at: 13, length: 1 },
    });
    expect(at('status:>=4|')).toMatchObject({ field: 'status', prefix: '4', at: 7, length: 3 });
    expect(at('"a b" c|')).toMatchObject({ kind: 'name', prefix: 'c' });
  });
});

describe('a moment', () => {
  const now = new Date(2026, 10, 22, 14, 30, 15, 500).getTime();
  const when = (text: string) => new Date(momentAt(parseMoment(text)!, now));

  it('is so long ago, or in local time as it is written', () => {
    expect(when('10m').getTime()).toBe(now - 600_000);
    expect(when('2w').getTime()).toBe(now - 14 * 86_400_000);
    expect(when('today')).toEqual(new Date(2026, 10, 22));
    expect(when('yesterday')).toEqual(new Date(2026, 10, 21));
    expect(when('09:05')).toEqual(new Date(2026, 10, 22, 9, 5));
    expect(when('2026-11-20')).toEqual(new Date(2026, 10, 20));
    expect(when('2026-11-20 08:00')).toEqual(new Date(2026, 10, 20, 8));
    expect(when('2026-11-20T08:00:00Z').toISOString()).toBe('2026-11-20T08:00:00.000Z');
  });

  it.each(['', '25:00', '2026-13-01', '2026-02-30', '2026-11-22T24:61', '10', 'm', 'soon'])(
    'is not %s',
    (text) => {
      expect(parseMoment(text)).toBeNull();
    },
  );
});
