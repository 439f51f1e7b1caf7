// Any filter as the parser could make it, for property tests.

import fc from 'fast-check';
import { LABELS } from '../../../src/shared/labels.ts';
import type { Condition, Pattern, Query } from '../../../src/shared/query/ast.ts';
import { queryFields } from '../../../src/shared/query/fields.ts';

export const NOWHERE = { at: 0, length: 0 };

/** Texts that are hard to print, as well as ordinary ones. */
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'ab "\\()*:-<>=[]., \n') }),
  fc.constantFrom('or', 'and', 'not', '-', '--', '"', '\\', '\\"', 'a or b', 'type:x', 'not:', '*'),
);
const literal: fc.Arbitrary<Pattern> = text.map((text) => ({ text, wildcard: false }));
const wild: fc.Arbitrary<Pattern> = fc
  .tuple(fc.stringMatching(/^[a-z.]{0,5}$/), fc.stringMatching(/^[a-z.*-]{0,5}$/))
  .map(([a, b]) => ({ text: `${a}*${b}`, wildcard: true }));
const pattern = fc.oneof(literal, wild);
const path = fc.array(
  fc.oneof(
    fc.nat(99),
    fc.string({ maxLength: 6, unit: 'binary' }),
    fc.constantFrom('a', 'b-c', 'é'),
  ),
  { minLength: 1, maxLength: 5 },
);
const comparison = fc.constantFrom('=', '!=', '<', '<=', '>', '>=' as const);
const order = fc.constantFrom('<', '<=', '>', '>=' as const);
const values = (name: string) =>
  fc.constantFrom(...queryFields.find((field) => field.name === name)!.choices.map((c) => c.value));
const wordFields = queryFields
  .filter(({ takes }) => takes === 'whole' || takes === 'part')
  .map(({ name }) => name);

const condition = fc.oneof(
  text.map((text) => ({ kind: 'text', text })),
  fc.record({ kind: fc.constant('words'), field: fc.constantFrom(...wordFields), pattern }),
  fc.record({
    kind: fc.constant('header'),
    name: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
    pattern,
  }),
  fc.record({ kind: fc.constant('json'), path, pattern }),
  fc.record({
    kind: fc.constant('json-number'),
    path,
    order,
    value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  }),
  fc.record({
    kind: fc.constant('number'),
    field: fc.constant('status'),
    comparison,
    value: fc.nat(999),
  }),
  fc.record({
    kind: fc.constant('number'),
    field: fc.constant('size'),
    comparison,
    value: fc.oneof(
      fc.nat(1e12),
      fc.nat(900).map((n) => n * 1024),
    ),
  }),
  fc.record({
    kind: fc.constant('number'),
    field: fc.constant('duration'),
    comparison,
    value: fc.oneof(
      fc.nat(1e9),
      fc.nat(1e9).map((n) => n / 1000),
      fc.nat(99).map((n) => n * 60_000),
    ),
  }),
  fc.integer({ min: 1, max: 5 }).map((hundreds) => ({ kind: 'status-class', hundreds })),
  values('verdict').map((status) => ({ kind: 'verdict', status })),
  fc.constantFrom(...LABELS).map((label) => ({ kind: 'label', label })),
  values('is').map((flag) => ({ kind: 'is', flag })),
  fc.record({
    kind: fc.constant('time'),
    side: fc.constantFrom('before', 'after'),
    moment: fc.oneof(
      fc.nat(99_999).map((seconds) => ({ kind: 'ago', ms: seconds * 1000 })),
      fc
        .constantFrom('today', 'yesterday', '14:05', '2026-11-22', '2026-02-28T10:00:01.5Z')
        .map((text) => ({ kind: 'date', text })),
    ),
  }),
) as fc.Arbitrary<Condition>;

const { query } = fc.letrec<{ query: Query; part: Query }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    condition.map((condition) => ({ kind: 'term' as const, condition, span: NOWHERE })),
    tie('query').map((part) => ({ kind: 'not' as const, part, span: NOWHERE })),
    fc
      .tuple(fc.constantFrom('and', 'or' as const), fc.array(tie('part'), { maxLength: 4 }))
      .map(([kind, parts]) => joined(kind as 'and' | 'or', parts)),
  ),
  query: tie('part'),
}));

function joined(kind: 'and' | 'or', parts: Query[]): Query {
  const flat = parts
    .filter((part) => part.kind !== 'all')
    .flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [first] = flat;
  if (flat.length > 1) return { kind, parts: flat, span: NOWHERE };
  return first ?? textTerm('x');
}

function textTerm(text: string): Query {
  return { kind: 'term', condition: { kind: 'text', text }, span: NOWHERE };
}

export const anyQuery: fc.Arbitrary<Query> = query;

/** The same tree without its places. */
export function unplaced(query: Query): Query {
  switch (query.kind) {
    case 'all':
      return query;
    case 'and':
    case 'or':
      return { ...query, parts: query.parts.map(unplaced), span: NOWHERE };
    case 'not':
      return { ...query, part: unplaced(query.part), span: NOWHERE };
    case 'term':
      return { ...query, span: NOWHERE };
  }
}
