// The palette: what it offers, and in which order.

import { describe, expect, it } from 'vitest';
import {
  arrange,
  commandEntries,
  type Entry,
  endpointEntries,
  filterEntries,
  settingsEntries,
} from '../../../../src/renderer/screens/palette/palette-model.ts';
import type { Command } from '../../../../src/renderer/state/command.ts';
import { queryFields } from '../../../../src/shared/query/fields.ts';
import { endpoint, providers } from '../endpoints/samples.ts';

function command(label: string, more: Partial<Command> = {}): Command {
  return { keys: [], label, group: 'Hookglass', run: () => {}, ...more };
}

const entries = commandEntries([
  command('Replay', { keys: ['r'], group: 'Delivery' }),
  command('Next delivery', { moves: true, group: 'List' }),
  command('Use the dark theme'),
  command('Use the light theme'),
  command('Resume receiving', { enabled: () => false }),
]);

const labels = (groups: { entries: Entry[] }[]) =>
  groups.map((group) => group.entries.map(({ label }) => label));

describe('the palette', () => {
  it('offers the commands that make sense now, without those that only move', () => {
    expect(entries.map(({ label }) => label)).toEqual([
      'Replay',
      'Use the dark theme',
      'Use the light theme',
    ]);
    expect(entries[0]?.keys).toEqual(['r']);
  });

  it('offers to go to, change and test each endpoint, and does it to that one', () => {
    const done: string[] = [];
    const note = (verb: string) => (of: { id: string }) => void done.push(`${verb} ${of.id}`);
    const made = endpointEntries([endpoint(), endpoint({ id: 'e2', name: 'Other' })], providers, {
      goTo: note('go'),
      edit: note('edit'),
      sendTest: note('test'),
    });
    expect(made.map(({ label }) => label).slice(3)).toEqual([
      'Go to Other',
      'Change Other',
      'Send a test event to Other',
    ]);
    for (const entry of made) entry.run();
    expect(done).toEqual(['go e1', 'edit e1', 'test e1', 'go e2', 'edit e2', 'test e2']);
  });

  it('offers the parts of the settings', () => {
    let shown = '';
    const [entry] = settingsEntries([{ value: 'storage', label: 'Storage' }], (section) => {
      shown = section;
    });
    entry?.run();
    expect([entry?.label, shown]).toEqual(['Settings: Storage', 'storage']);
  });
});

describe('without a query', () => {
  it('what was used lately comes first and is not repeated', () => {
    const recent = ['command Hookglass Use the light theme', 'gone'];
    const groups = arrange(entries, ' ', recent);
    expect(groups.map(({ title }) => title)).toEqual(['Recent', 'Delivery', 'Hookglass']);
    expect(labels(groups)).toEqual([['Use the light theme'], ['Replay'], ['Use the dark theme']]);
  });

  it('there is no empty group of recent ones', () => {
    expect(arrange(entries, '', []).map(({ title }) => title)).toEqual(['Delivery', 'Hookglass']);
  });
});

describe('with a query', () => {
  it('letters in order are enough', () => {
    expect(labels(arrange(entries, 'drk', []))).toEqual([['Use the dark theme']]);
  });

  it('an endpoint is found by its path and its provider', () => {
    const nothing = { goTo: () => {}, edit: () => {}, sendTest: () => {} };
    const made = endpointEntries([endpoint({ name: 'Billing', path: '/pay' })], providers, nothing);
    expect(arrange(made, 'stripe', [])[0]?.entries).toHaveLength(3);
    expect(arrange(made, '/pay', [])[0]?.entries).toHaveLength(3);
  });

  it('of equal matches the one used lately comes first', () => {
    const twins = commandEntries([
      command('Same', { group: 'List' }),
      command('Same', { group: 'Delivery' }),
    ]);
    const recent = ['command Delivery Same'];
    expect(arrange(twins, 'same', recent)[0]?.entries[0]?.group).toBe('Delivery');
    expect(arrange(twins, 'same', [])[0]?.entries[0]?.group).toBe('List');
  });

  it('that nothing matches there are no groups', () => {
    expect(arrange(entries, 'zzzz', [])).toEqual([]);
  });
});

it('offers saved filters, and to begin one by each field', () => {
  const done: string[] = [];
  const filters = [
    { id: 'failed', name: 'Failed signatures', query: 'verdict:failed', builtIn: true },
    { id: 'late', name: 'Past the deadline', query: 'is:late', builtIn: true },
    { id: 'a1', name: 'Slow', query: 'duration:>1s', builtIn: false },
  ];
  const entries = filterEntries(filters, queryFields, {
    show: ({ id }) => done.push(id),
    begin: (text) => done.push(text),
  });
  expect(entries.slice(0, 2).map(({ label }) => label)).toEqual([
    'Show past the deadline',
    'Show “Slow”',
  ]);
  const found = arrange(entries, 'by header', [])[0]?.entries[0];
  expect(found?.label).toBe('Filter by header');
  found?.run();
  entries[1]?.run();
  expect(done).toEqual(['header[', 'a1']);
});
