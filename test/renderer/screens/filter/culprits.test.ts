import { expect, it } from 'vitest';
import { findCulprits } from '../../../../src/renderer/screens/filter/culprits.ts';

const asking = (answers: Record<string, boolean>) => {
  const asked: string[] = [];
  const finds = async (query: string) => {
    asked.push(query);
    return answers[query] ?? false;
  };
  return { asked, finds };
};

it('names the term without which there is something', async () => {
  const { finds } = asking({ 'type:push foo': true });
  expect(await findCulprits('type:push status:>=500 foo', finds)).toEqual([
    { term: 'status:>=500', without: 'type:push foo' },
  ]);
});

it('asks nothing about a single term, or about very many', async () => {
  const { asked, finds } = asking({});
  expect(await findCulprits('type:push', finds)).toEqual([]);
  expect(await findCulprits('a b c d e f g', finds)).toEqual([]);
  expect(await findCulprits('type:', finds)).toEqual([]);
  expect(asked).toEqual([]);
});

it('stops at two', async () => {
  const { asked, finds } = asking({ 'b c d': true, 'a c d': true, 'a b d': true });
  expect(await findCulprits('a b c d', finds)).toHaveLength(2);
  expect(asked).toHaveLength(2);
});
