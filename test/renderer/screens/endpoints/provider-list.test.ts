// Who is offered first, and what a search finds.

import { describe, expect, it } from 'vitest';
import { providerInfos } from '../../../../src/main/engine/verify/index.ts';
import {
  categoryWords,
  groupProviders,
  searchProviders,
} from '../../../../src/renderer/screens/endpoints/provider-list.ts';

const all = providerInfos();
const offered = groupProviders(all).flatMap(({ providers }) => providers);
const found = (query: string) => searchProviders(offered, query).map(({ id }) => id);

describe('the list of providers', () => {
  it('has everyone once, the most used first and the others by name', () => {
    const [first, others] = groupProviders(all);
    expect(first?.title).toBe('Most used');
    expect(first?.providers.slice(0, 3).map(({ id }) => id)).toEqual([
      ...['stripe', 'github', 'shopify'],
    ]);
    const names = others?.providers.map(({ name }) => name) ?? [];
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    expect(offered).toHaveLength(all.length);
    expect(new Set(offered)).toEqual(new Set(all));
  });

  it('has no heading over nothing', () => {
    expect(groupProviders([])).toEqual([]);
  });
});

describe('searching providers', () => {
  it('finds by name, id and category, and in that order', () => {
    expect(found('Stripe')[0]).toBe('stripe');
    expect(found('git').slice(0, 2)).toEqual(['github', 'gitlab']);
    expect(found('drop box')[0]).toBe('dropbox');
    expect(found('lemon-squeezy')).toEqual(['lemonsqueezy']);
    expect(found('DropboxSign')[0]).toBe('dropbox-sign');
    expect(found('payments')).toContain('stripe');
    expect(found('crm')).toContain('hubspot');
  });

  it('finds every provider at the top by its own name', () => {
    for (const { id, name } of all) {
      const [best] = searchProviders(offered, name);
      expect(`${best?.name} for ${id}`).toBe(`${name} for ${id}`);
    }
  });

  it('finds nothing for what nobody is called, and everyone for nothing', () => {
    expect(found('no such sender')).toEqual([]);
    expect(found('  ')).toHaveLength(all.length);
    expect(found('(.*')).toHaveLength(all.length);
  });
});

it('calls every category by a word for people', () => {
  expect(categoryWords('ai')).toBe('AI');
  expect(categoryWords('payments')).toBe('Payments');
  for (const { category } of all) expect(categoryWords(category)).toMatch(/^[A-Z]/);
});
