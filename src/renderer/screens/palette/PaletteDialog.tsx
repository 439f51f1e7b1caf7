// The command palette: everything that can be done, by a few letters of its name.

import { Command } from 'cmdk';
import {
  ListFilter,
  type LucideIcon,
  Rows3,
  Search,
  Settings2,
  Signpost,
  SquareTerminal,
  Webhook,
} from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { queryFields } from '../../../shared/query/fields.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { isMac, keyLabel, matchesKey } from '../../lib/keyboard.ts';
import { sendTest } from '../../state/actions.ts';
import { useApp } from '../../state/app.ts';
import { showFilter } from '../../state/filters.ts';
import { commands } from '../../state/keys.ts';
import { beginTerm } from '../../state/list-commands.ts';
import { useView } from '../../state/view.ts';
import { recentCommands } from '../recent-list.ts';
import { sectionsOf, useSection } from '../settings/section.ts';
import {
  arrange,
  commandEntries,
  type Entry,
  type EntryGroup,
  endpointEntries,
  filterEntries,
  settingsEntries,
} from './palette-model.ts';

const paletteKey = 'mod+k';
const searchItem = 'search deliveries';

export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const entries = useEntries();
  const [query, setQuery] = useState('');
  // Null: the best match. Without it the list would first scroll to where the former choice went.
  const [picked, setPicked] = useState<string | null>(null);
  const [recent] = useState(() => recentCommands.all(localStorage));

  const groups = arrange(entries, query, recent);
  const ask = (text: string) => {
    setQuery(text);
    setPicked(null);
  };
  const choose = (entry: Entry) => {
    recentCommands.remember(localStorage, entry.id);
    // First away with the palette, until it has given the focus back, for which it takes a timer: the
    // command may open a dialog of its own, or take the focus elsewhere.
    flushSync(onClose);
    setTimeout(entry.run);
  };
  const search = () => {
    onClose();
    useView.getState().setQuery(query.trim());
  };
  const closeByItsKey = (event: KeyboardEvent) => {
    if (!matchesKey(paletteKey, event)) return;
    event.preventDefault();
    onClose();
  };
  return (
    <Dialog open bare size="lg" title="Commands" onClose={onClose}>
      <Command
        label="Commands"
        shouldFilter={false}
        vimBindings={false}
        loop
        value={picked ?? groups[0]?.entries[0]?.id ?? searchItem}
        onValueChange={setPicked}
        onKeyDown={closeByItsKey}
        className="flex flex-col"
      >
        <div className="flex items-center gap-2.5 border-line border-b px-4">
          <Search aria-hidden="true" className="size-4 flex-none text-ink3" />
          <Command.Input
            data-first-focus
            value={query}
            onValueChange={ask}
            placeholder="What would you like to do?"
            className="h-12 w-full bg-transparent text-ink text-lg outline-none"
          />
        </div>
        <Command.List
          label="Commands"
          className="max-h-[min(400px,calc(82vh-52px))] scroll-py-2 overflow-y-auto p-2"
        >
          <Groups groups={groups} onChoose={choose} />
          {query.trim() === '' ? null : <SearchItem query={query.trim()} onSelect={search} />}
        </Command.List>
      </Command>
    </Dialog>
  );
}

const groupLook =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-ink3 [&_[cmdk-group-heading]]:text-xs';
const itemLook =
  'flex h-9 items-center gap-2.5 rounded-md px-2 text-ink data-[selected=true]:bg-sel';

interface GroupsProps {
  groups: EntryGroup[];
  onChoose: (entry: Entry) => void;
}

function Groups({ groups, onChoose }: GroupsProps) {
  if (groups.length === 0) {
    return (
      <p role="status" className="px-3 py-3 text-ink2">
        No command is called that.
      </p>
    );
  }
  return groups.map(({ title, entries }) => (
    <Command.Group key={title} heading={title} className={groupLook}>
      {entries.map((entry) => (
        <PaletteItem key={entry.id} entry={entry} onChoose={onChoose} />
      ))}
    </Command.Group>
  ));
}

/** So that nobody leaves with empty hands: what is no command may be in a delivery. */
function SearchItem({ query, onSelect }: { query: string; onSelect: () => void }) {
  return (
    <Command.Item value={searchItem} onSelect={onSelect} className={itemLook}>
      <Search aria-hidden="true" className="size-3.5 flex-none text-ink3" />
      <span className="min-w-0 flex-1 truncate">
        Search deliveries for {'\u201c'}
        {query}
        {'\u201d'}
      </span>
    </Command.Item>
  );
}

function PaletteItem({ entry, onChoose }: { entry: Entry; onChoose: (entry: Entry) => void }) {
  return (
    <Command.Item value={entry.id} onSelect={() => onChoose(entry)} className={itemLook}>
      <GroupIcon group={entry.group} />
      <span className="min-w-0 truncate">{entry.label}</span>
      <span className="wire min-w-0 flex-1 truncate text-ink3">{entry.note}</span>
      {entry.keys.map((key) => (
        <span key={key} className="flex-none text-ink2">
          <Kbd>{keyLabel(key, isMac)}</Kbd>
        </span>
      ))}
    </Command.Item>
  );
}

function useEntries(): Entry[] {
  const endpoints = useApp((app) => app.endpoints);
  const providers = useApp((app) => app.providers);
  const filters = useApp((app) => app.filters);
  const host = useApp((app) => app.host);
  return useMemo(() => {
    const { open, setScope } = useView.getState();
    const offered = commands.filter(({ keys }) => !keys.includes(paletteKey));
    return [
      ...commandEntries(offered),
      ...endpointEntries(endpoints, providers, {
        goTo: ({ id }) => setScope({ endpointId: id, only: null }),
        edit: ({ id }) => open({ kind: 'endpoint', endpointId: id }),
        sendTest: ({ id }) => void sendTest(id),
      }),
      ...filterEntries(filters, queryFields, { show: showFilter, begin: beginTerm }),
      ...settingsEntries(sectionsOf(host), (section) => {
        useSection.getState().show(section);
        open({ kind: 'settings' });
      }),
    ];
  }, [endpoints, providers, filters, host]);
}

const icons: Record<string, LucideIcon> = {
  Delivery: Webhook,
  List: Rows3,
  Endpoints: Signpost,
  Settings: Settings2,
  Filters: ListFilter,
};

function GroupIcon({ group }: { group: string }) {
  const Icon = icons[group] ?? SquareTerminal;
  return <Icon aria-hidden="true" className="size-3.5 flex-none text-ink3" />;
}
