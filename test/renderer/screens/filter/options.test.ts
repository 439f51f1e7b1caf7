import { describe, expect, it } from 'vitest';
import {
  optionsFor,
  questionFor,
  withOption,
} from '../../../../src/renderer/screens/filter/options.ts';
import { completionAt } from '../../../../src/shared/query/complete.ts';

const offered = (draft: string, values: string[] = []) => {
  const captured = values.map((value) => ({ value, meaning: null }));
  return optionsFor(draft, completionAt(draft, draft.length), captured);
};
const texts = (draft: string, values?: string[]) => offered(draft, values).map(({ text }) => text);
const asked = (draft: string) => questionFor(completionAt(draft, draft.length));

describe('what is offered', () => {
  it('is every field with its description before anything is typed', () => {
    const options = offered('');
    expect(options[0]).toEqual({
      text: 'verdict:',
      meaning: 'What verification came to.',
      goesOn: true,
    });
    expect(options.map(({ text }) => text)).toContain('not ');
  });

  it('is fields by their other names, and words that a field takes', () => {
    expect(texts('ev')).toEqual(['type:']);
    expect(texts('fail')).toEqual(['verdict:failed', 'is:failed']);
    expect(offered('fail')[0]?.meaning).toBe('Failed verification');
    expect(texts('invoi', ['invoice.paid'])).toEqual(['type:invoice.paid']);
  });

  it('is values that were captured, and what begins like them', () => {
    const options = offered('type:inv', ['invoice.paid', 'odd name']);
    expect(options.map(({ text }) => text)).toEqual(['invoice.paid', '"odd name"', 'inv*']);
    expect(options[0]?.meaning).toBe('Event type is “invoice.paid”');
    expect(options[2]?.meaning).toBe('Event type starts with “inv”');
  });

  it('is comparisons with what they mean, where a field takes numbers', () => {
    expect(offered('status:>')).toEqual([
      { text: '>=400', meaning: 'Status is at least 400', goesOn: false },
    ]);
    expect(texts('status:', ['404'])).toEqual(['404', '>=400', '2xx', '3xx', '4xx', '5xx']);
    expect(texts('-after:1')).toEqual(['10m', '1h']);
  });

  it('is the names of headers and the paths of bodies', () => {
    expect(texts('header[x', ['x-request-id'])).toEqual(['x-request-id]:']);
    expect(texts('body.da', ['.data.id'])).toEqual(['body.data.id:']);
  });
});

describe('what the store is asked', () => {
  it('is what fits the place', () => {
    expect(asked('type:inv')).toMatchObject({ field: 'type', prefix: 'inv' });
    expect(asked('header[x-r')).toMatchObject({ field: 'header-name', prefix: 'x-r' });
    expect(asked('header[x-a]:7')).toMatchObject({ field: 'header', key: 'x-a', prefix: '7' });
    expect(asked('body.da')).toMatchObject({ field: 'body', prefix: '.da' });
    expect(asked('inv')).toMatchObject({ field: 'type', prefix: 'inv' });
    for (const nothing of ['', 'i', 'size:>1', 'after:', 'body:x']) {
      expect(asked(nothing)).toBeNull();
    }
  });
});

describe('taking an option', () => {
  const taken = (draft: string, text: string, goesOn = false) =>
    withOption(draft, completionAt(draft, draft.length), { text, meaning: '', goesOn });

  it('replaces what was typed of it and puts the caret behind it', () => {
    expect(taken('foo type:inv', 'invoice.paid')).toEqual({
      draft: 'foo type:invoice.paid ',
      caret: 22,
    });
    expect(taken('foo ty', 'type:', true)).toEqual({ draft: 'foo type:', caret: 9 });
    expect(taken('status:>', '>=400').draft).toBe('status:>=400 ');
    expect(taken('-header[x-', 'x-a]:', true).draft).toBe('-header[x-a]:');
  });
});
