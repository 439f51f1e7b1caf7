import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  corrected,
  joinText,
  mistakeIn,
  splitText,
  tagWords,
  withDraftAsTags,
  withTagAsDraft,
} from '../../../../src/renderer/screens/filter/field-text.ts';
import { parseQuery } from '../../../../src/shared/query/parse.ts';
import { printQuery } from '../../../../src/shared/query/print.ts';

const meaning = (text: string) => {
  const parsed = parseQuery(text);
  return parsed.ok ? printQuery(parsed.query) : null;
};

describe('a filter in tags', () => {
  it('shows terms as tags and leaves free words in the field', () => {
    const text = 'type:invoice.* past -is:handshake "due date" (from:stripe or from:adyen)';
    expect(splitText(text)).toEqual({
      tags: ['type:invoice.*', '-is:handshake', '(from:stripe or from:adyen)'],
      draft: 'past "due date"',
    });
  });

  it('leaves what cannot be read to be mended, behind what can', () => {
    expect(splitText('is:pinned foo is:pined')).toEqual({
      tags: ['is:pinned'],
      draft: 'foo is:pined',
    });
    expect(splitText('type:')).toEqual({ tags: [], draft: 'type:' });
    expect(splitText('a or b is:pined')).toEqual({ tags: [], draft: 'a or b is:pined' });
  });

  it('means the same as the text that it was made of', () => {
    const word = fc.constantFrom(
      'type:a',
      'foo',
      '-is:late',
      '(a or b)',
      'or',
      'and',
      'not',
      '"x y"',
      'header[x-a]:*',
      'body["a b"].c:>1',
      '(type:a path:/b)',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const text = words.join(' ');
        const parsed = parseQuery(text);
        const again = joinText(splitText(text)).text;
        if (!parsed.ok) {
          expect(parseQuery(again).ok).toBe(false);
          return;
        }
        const sorted = (query: string | null) => [...(query ?? '')].sort().join('');
        // Free words go behind the tags, which changes nothing but the order.
        expect(sorted(meaning(again))).toBe(sorted(meaning(text)));
        expect(splitText(again)).toEqual(splitText(joinText(splitText(again)).text));
      }),
    );
  });

  it('puts a choice in parentheses where others stand beside it', () => {
    const field = { tags: ['is:late', 'type:a or type:b'], draft: 'x or y' };
    expect(joinText(field).text).toBe('is:late (type:a or type:b) (x or y)');
    expect(joinText({ tags: ['type:a or type:b'], draft: '' }).text).toBe('type:a or type:b');
    const twice = { tags: ['(type:a or type:b) or (type:c or type:d)', 'is:late'], draft: '' };
    expect(meaning(joinText(twice).text)).toBe('(type:a or type:b or type:c or type:d) is:late');
  });

  it('goes on from the tag before when “or” is typed', () => {
    const field = { tags: ['type:a'], draft: 'or type:b' };
    expect(joinText(field).text).toBe('type:a or type:b');
    expect(withDraftAsTags(field)).toEqual({ tags: ['type:a or type:b'], draft: '' });
  });
});

describe('typing', () => {
  it('makes a tag of a finished term, and keeps words as they are', () => {
    expect(withDraftAsTags({ tags: ['is:late'], draft: 'foo status:>=400 ' })).toEqual({
      tags: ['is:late', 'status:>=400'],
      draft: 'foo',
    });
    const wrong = { tags: ['is:late'], draft: 'is:pined ' };
    expect(withDraftAsTags(wrong)).toEqual(wrong);
  });

  it('takes a tag back as text', () => {
    expect(withTagAsDraft({ tags: ['a:1', 'is:late'], draft: 'foo' }, 1)).toEqual({
      tags: ['a:1'],
      draft: 'is:late foo',
    });
  });

  it('says where in the draft the mistake is, and mends it', () => {
    const field = { tags: ['type:a'], draft: 'foo is:pined' };
    const mistake = mistakeIn(field);
    expect(mistake).toMatchObject({ at: 7, length: 5, suggestion: 'pinned' });
    if (mistake !== null) expect(corrected(field.draft, mistake)).toBe('foo is:pinned');
    expect(mistakeIn({ tags: ['type:a'], draft: 'foo' })).toBeNull();
    expect(mistakeIn({ tags: ['type:a'], draft: '  (is:late' })).toMatchObject({
      at: 2,
      length: 1,
    });
  });
});

describe('a tag', () => {
  it('says its field and its value apart, and reads as plain words', () => {
    expect(tagWords('type:invoice.*')).toEqual({
      lead: 'type',
      text: 'invoice.*',
      reading: 'Event type starts with “invoice.”',
    });
    expect(tagWords('header[x-request-id]:"a:b"')).toMatchObject({
      lead: 'header[x-request-id]',
      text: '"a:b"',
    });
    expect(tagWords('body["a:b"].c:1')).toMatchObject({ lead: 'body["a:b"].c', text: '1' });
    expect(tagWords('-is:handshake')).toMatchObject({ lead: 'not', text: 'is:handshake' });
    expect(tagWords('not (a or b)')).toMatchObject({ lead: 'not', text: '(a or b)' });
    expect(tagWords('type:a or type:b')).toMatchObject({ lead: '', text: 'type:a or type:b' });
  });

  it('leaves a key of the body as it is written', () => {
    expect(tagWords('body.ref:main').reading).toBe('ref is “main”');
    expect(tagWords('body.n:>1 or is:late').reading).toMatch(/^n is more than 1/);
    expect(tagWords('-body.ref:main').reading).toMatch(/^[A-Z]/);
  });
});
