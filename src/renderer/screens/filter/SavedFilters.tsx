// The saved filters in the sidebar: each with what it finds now, and what one does with it.

import {
  Clock,
  EllipsisVertical,
  ListFilter,
  Pencil,
  Pin,
  Replace,
  ShieldX,
  Trash2,
} from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { SavedFilter } from '../../../shared/finding.ts';
import type { Stats } from '../../../shared/model.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Menu, type MenuItem } from '../../components/Menu.tsx';
import { count } from '../../lib/format.ts';
import { useApp } from '../../state/app.ts';
import { useFilterCounts } from '../../state/filter-counts.ts';
import { removeFilter, replaceFilter, scopeOf, showFilter } from '../../state/filters.ts';
import { useView } from '../../state/view.ts';
import { Count, SidebarItem } from '../inbox/SidebarItem.tsx';
import { tagWords } from './field-text.ts';

const ICONS: Record<string, ReactNode> = {
  failed: <ShieldX aria-hidden="true" />,
  late: <Clock aria-hidden="true" />,
  pinned: <Pin aria-hidden="true" />,
};

export function SavedFilters() {
  const filters = useApp((app) => app.filters);
  const stats = useApp((app) => app.stats);
  const counts = useFilterCounts((state) => state.counts);
  const show = useFilterCounts((state) => state.show);
  const current = useCurrentFilter();
  useEffect(() => {
    show(filters.filter((filter) => scopeOf(filter) === null).map(({ query }) => query));
  }, [filters, show]);
  return filters.map((filter) => (
    <SidebarItem
      key={filter.id}
      icon={(filter.builtIn && ICONS[filter.id]) || <ListFilter aria-hidden="true" />}
      label={filter.name}
      title={filter.builtIn ? filter.name : `${filter.name}: ${tagWords(filter.query).reading}`}
      current={filter.id === current}
      onSelect={() => showFilter(filter)}
      action={filter.builtIn ? undefined : <FilterMenu filter={filter} />}
    >
      <FilterCount text={countText(filter, stats, counts)} />
    </SidebarItem>
  ));
}

/** The id of the saved filter that is shown; null when it is none. */
export function useCurrentFilter(): string | null {
  const filters = useApp((app) => app.filters);
  const only = useView((view) => view.only);
  const endpointId = useView((view) => view.endpointId);
  const query = useView((view) => view.query);
  if (endpointId !== null) return null;
  const shown = filters.find((filter) => {
    const scope = scopeOf(filter);
    return scope === null ? only === null && filter.query === query : scope === only;
  });
  return shown?.id ?? null;
}

function FilterCount({ text }: { text: string }) {
  return text === '' ? null : <Count>{text}</Count>;
}

/** How many a filter finds; empty while that is not known. */
function countText(
  filter: SavedFilter,
  stats: Stats,
  counts: ReturnType<typeof useFilterCounts.getState>['counts'],
): string {
  const scope = scopeOf(filter);
  if (scope !== null) return count(stats[scope]);
  const counted = counts.get(filter.query);
  if (counted === undefined) return '';
  return `${count(counted.count)}${counted.complete ? '' : '+'}`;
}

function FilterMenu({ filter }: { filter: SavedFilter }) {
  const query = useView((view) => view.query);
  const open = useView((view) => view.open);
  const { id, name } = filter;
  const items: MenuItem[] = [
    {
      label: 'Rename…',
      icon: <Pencil aria-hidden="true" />,
      onSelect: () => open({ kind: 'save-filter', filter: { id, name, query: filter.query } }),
    },
    {
      label: 'Change to the present filter',
      icon: <Replace aria-hidden="true" />,
      disabled: query.trim() === '' || query === filter.query || !parseQuery(query).ok,
      onSelect: () => void replaceFilter(filter),
    },
    { kind: 'separator' },
    {
      label: 'Remove',
      icon: <Trash2 aria-hidden="true" />,
      danger: true,
      onSelect: () => void removeFilter(filter),
    },
  ];
  const trigger = (
    <IconButton
      size="sm"
      label={`More about ${name}`}
      icon={<EllipsisVertical aria-hidden="true" />}
    />
  );
  return <Menu trigger={trigger} items={items} />;
}
