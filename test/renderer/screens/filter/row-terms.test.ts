import { expect, it } from 'vitest';
import { rowTerms } from '../../../../src/renderer/screens/filter/row-terms.ts';
import { parseQuery } from '../../../../src/shared/query/parse.ts';
import { delivery } from '../../state/listed-host.ts';

it('makes a term of every cell that has a value', () => {
  const row = delivery(7, {
    eventType: 'invoice.paid',
    provider: 'stripe',
    target: '/hooks/a b?c=(d)',
    messageId: 'evt_"1*',
    verdict: { status: 'failed', reason: 'signature-mismatch' },
    response: { status: 404, source: 'canned' },
  });
  expect(rowTerms(row, { name: 'Everything else' }, 'Stripe').map(({ term }) => term)).toEqual([
    'type:invoice.paid',
    'provider:stripe',
    'endpoint:"Everything else"',
    'path:"/hooks/a b?c=(d)"',
    'method:POST',
    'verdict:failed',
    'reason:signature-mismatch',
    'status:404',
    'id:"evt_\\"1*"',
  ]);
  for (const { term } of rowTerms(row, null, null)) {
    expect(parseQuery(`-${term}`)).toMatchObject({ ok: true });
  }
});

it('leaves out what a row does not have, and what is too long to filter by', () => {
  const row = delivery(7, {
    method: '',
    target: `/${'x'.repeat(400)}`,
    response: { status: null, source: null },
  });
  expect(rowTerms(row, null, null).map(({ name }) => name)).toEqual(['Verdict']);
});
