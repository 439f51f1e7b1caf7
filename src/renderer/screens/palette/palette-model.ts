// What the palette offers: the commands that make sense now, the endpoints, the settings; and their order.

import { defaultFilter } from 'cmdk';
import type { SavedFilter } from '../../../shared/finding.ts';
import type { Endpoint, ProviderInfo } from '../../../shared/model.ts';
import type { QueryField } from '../../../shared/query/fields.ts';
import type { Command } from '../../state/command.ts';

export interface Entry {
  /** The same from one run to the next: what was used recently is remembered by it. */
  id: string;
  label: string;
  group: string;
  /** Other words that find it. */
  words: string[];
  /** Key names, as in the table of commands. */
  keys: string[];
  /** Said beside the label, such as an endpoint's path. */
  note: string | null;
  run(): void;
}

export interface EntryGroup {
  title: string;
  entries: Entry[];
}

export interface EndpointActions {
  goTo(endpoint: Endpoint): void;
  edit(endpoint: Endpoint): void;
  sendTest(endpoint: Endpoint): void;
}

/** The commands of the table that make sense now, but for those that only move about. */
export function commandEntries(commands: readonly Command[]): Entry[] {
  return commands
    .filter(({ moves, enabled }) => moves !== true && enabled?.() !== false)
    .map(({ label, group, keys, run }) => ({
      id: `command ${group} ${label}`,
      label,
      group,
      words: [group],
      keys,
      note: null,
      run,
    }));
}

/** Going to, changing and testing each endpoint. */
export function endpointEntries(
  endpoints: Endpoint[],
  providers: ProviderInfo[],
  actions: EndpointActions,
): Entry[] {
  return endpoints.flatMap((endpoint) => {
    const { id, name, path } = endpoint;
    const provider = providers.find((candidate) => candidate.id === endpoint.provider)?.name ?? '';
    const entry = (verb: string, label: string, run: (endpoint: Endpoint) => void): Entry => ({
      id: `${verb} ${id}`,
      label,
      group: 'Endpoints',
      words: ['endpoint', path, provider],
      keys: [],
      note: path,
      run: () => run(endpoint),
    });
    return [
      entry('go', `Go to ${name}`, actions.goTo),
      entry('edit', `Change ${name}`, actions.edit),
      entry('test', `Send a test event to ${name}`, actions.sendTest),
    ];
  });
}

/** Showing each saved filter, and beginning a filter by each field. */
export function filterEntries(
  filters: readonly SavedFilter[],
  fields: readonly QueryField[],
  actions: { show(filter: SavedFilter): void; begin(text: string): void },
): Entry[] {
  const saved = filters
    // Those two are commands already.
    .filter(({ builtIn, id }) => !builtIn || id === 'late')
    .map((filter) => ({
      id: `filter ${filter.id}`,
      label: `Show ${filter.builtIn ? filter.name.toLowerCase() : `“${filter.name}”`}`,
      group: 'Filters',
      words: ['saved', 'filter', filter.query],
      keys: [],
      note: filter.query,
      run: () => actions.show(filter),
    }));
  const begun = fields.map(({ name, aliases, label, description, key }) => ({
    id: `field ${name}`,
    label: `Filter by ${CALLED[name] ?? label}`,
    group: 'Filters',
    words: ['find', 'search', name, ...aliases],
    keys: [],
    note: description,
    run: () => actions.begin(key === 'header' ? `${name}[` : `${name}:`),
  }));
  return [...saved, ...begun];
}

/** Where the name in a sentence says too little by itself. */
const CALLED: Partial<Record<QueryField['name'], string>> = {
  is: 'what is special',
  after: 'time, after',
  before: 'time, before',
};

/** The parts of the settings. */
export function settingsEntries<S extends string>(
  sections: readonly { value: S; label: string }[],
  show: (section: S) => void,
): Entry[] {
  return sections.map(({ value, label }) => ({
    id: `settings ${value}`,
    label: `Settings: ${label}`,
    group: 'Settings',
    words: ['settings', 'preferences', 'options'],
    keys: [],
    note: null,
    run: () => show(value),
  }));
}

/**
 * The entries in the order shown. Without a query: what was used recently, then the groups as they
 * are. With one: a single list, the best match first, and of equals the recent one.
 */
export function arrange(entries: Entry[], query: string, recent: string[]): EntryGroup[] {
  const wanted = query.trim();
  if (wanted === '') return grouped(entries, recent);
  const used = (entry: Entry) => {
    const place = recent.indexOf(entry.id);
    return place === -1 ? recent.length : place;
  };
  const found = entries
    .map((entry) => ({ entry, score: defaultFilter(entry.label, wanted, entry.words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || used(a.entry) - used(b.entry))
    .map(({ entry }) => entry);
  return found.length === 0 ? [] : [{ title: 'Commands', entries: found }];
}

function grouped(entries: Entry[], recent: string[]): EntryGroup[] {
  const lately = recent.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const rest = entries.filter((entry) => !lately.includes(entry));
  const titles = [...new Set(rest.map(({ group }) => group))];
  const groups = titles.map((title) => ({
    title,
    entries: rest.filter(({ group }) => group === title),
  }));
  return lately.length === 0 ? groups : [{ title: 'Recent', entries: lately }, ...groups];
}
