// Forms that are read in pieces, against what URLSearchParams makes of the whole.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formReader } from '../../../../src/main/engine/verify/form-reader.ts';
import { verdictOf } from './judging.ts';

const FORM = 'application/x-www-form-urlencoded';

function fieldsIn(text: string, size: number) {
  const bytes = Buffer.from(text);
  const reader = formReader(FORM)!;
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  return reader.end().fields;
}

it('reads as URLSearchParams does, in pieces of any size', () => {
  const pieces = ['a', 'b', '&', '=', '+', '%', '%2', '%20', '%C3', '%a9', '%zz', '%00', ' ', '?'];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      (parts, size) => {
        // What stands in front of a query is no part of a form.
        const text = parts.join('').replace(/^\?+/, '');
        expect(fieldsIn(text, size)).toEqual([...new URLSearchParams(text)]);
      },
    ),
    { numRuns: 2000 },
  );
});

it('reads text beyond ASCII, escaped or not, that is cut in the middle of a character', () => {
  for (const size of [1, 2, 5, 100]) {
    expect(fieldsIn('n=Zo\u00eb+%E2%98%95\u2615&\u6f22=%', size)).toEqual([
      ['n', 'Zo\u00eb \u2615\u2615'],
      ['\u6f22', '%'],
    ]);
  }
});

it('stops where nobody would send more fields, and says so', () => {
  const reader = formReader(FORM, 100)!;
  reader.push(Buffer.from('a=1&'.repeat(100)));
  reader.push(Buffer.from('b=2'));
  const { fields, isWhole } = reader.end();
  expect([fields.length, isWhole]).toEqual([100, false]);
});

it('reads no other type', () => {
  expect(formReader('application/json')).toBeNull();
  expect(formReader('')).toBeNull();
  expect(formReader('Application/X-WWW-Form-UrlEncoded; charset=utf-8')).not.toBeNull();
});

it('is judged in no time when it has one name over and over', () => {
  const body = 'a&'.repeat(500_000);
  const headers: [string, string][] = [
    ['Content-Type', FORM],
    ['X-Twilio-Signature', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
  ];
  const message = { url: 'https://x.example/hook', headers, body };
  const { status, reason } = verdictOf(message, { provider: 'twilio', secrets: ['token'] });
  expect([status, reason]).toEqual(['failed', 'signature-malformed']);
});
