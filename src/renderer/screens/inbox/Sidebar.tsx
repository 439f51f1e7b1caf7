// The left: everything, the endpoints with what is new and what failed, and the saved filters.

import { Inbox, Plus, Settings2, X } from 'lucide-react';
import type { Endpoint, EndpointStats } from '../../../shared/model.ts';
import { Glyph } from '../../components/Glyph.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { cx } from '../../lib/cx.ts';
import { count, counted } from '../../lib/format.ts';
import { useApp } from '../../state/app.ts';
import { showAll } from '../../state/filters.ts';
import { useView } from '../../state/view.ts';
import { SavedFilters, useCurrentFilter } from '../filter/SavedFilters.tsx';
import { Count, SidebarItem } from './SidebarItem.tsx';

export function Sidebar() {
  const endpoints = useApp((app) => app.endpoints);
  const stats = useApp((app) => app.stats);
  const endpointId = useView((view) => view.endpointId);
  const filterId = useCurrentFilter();
  const open = useView((view) => view.open);
  return (
    <nav aria-label="Deliveries" className="@container h-full overflow-y-auto bg-panel px-2 py-3">
      <ul className="flex flex-col gap-0.5">
        <SidebarItem
          icon={<Inbox aria-hidden="true" />}
          label="All deliveries"
          current={endpointId === null && filterId === null}
          onSelect={showAll}
        >
          <Count>{count(stats.deliveries)}</Count>
        </SidebarItem>
      </ul>
      <Heading>Endpoints</Heading>
      <ul className="flex flex-col gap-0.5">
        {[...endpoints].sort(defaultLast).map((endpoint) => (
          <EndpointItem
            key={endpoint.id}
            endpoint={endpoint}
            stats={stats.endpoints.find((entry) => entry.endpointId === endpoint.id)}
            current={endpointId === endpoint.id}
          />
        ))}
        <SidebarItem
          icon={<Plus aria-hidden="true" />}
          iconTells
          label="New endpoint"
          current={false}
          onSelect={() => open({ kind: 'endpoint', endpointId: null })}
        />
      </ul>
      <Heading>Saved filters</Heading>
      <ul className="flex flex-col gap-0.5">
        <SavedFilters />
      </ul>
    </nav>
  );
}

/** It takes what the others do not, so it is named after them. */
function defaultLast(a: Endpoint, b: Endpoint): number {
  return Number(a.isDefault) - Number(b.isDefault);
}

function Heading({ children }: { children: string }) {
  return (
    <h2 className="px-2.5 @max-[176px]:px-2 pt-3.5 pb-[5px] font-semibold text-ink3 text-xs tracking-[0.02em]">
      {children}
    </h2>
  );
}

interface EndpointItemProps {
  endpoint: Endpoint;
  stats: EndpointStats | undefined;
  current: boolean;
}

function EndpointItem({ endpoint, stats, current }: EndpointItemProps) {
  const setScope = useView((view) => view.setScope);
  const open = useView((view) => view.open);
  const provider = useApp(
    (app) => app.providers.find(({ id }) => id === endpoint.provider)?.name ?? null,
  );
  const edit = (
    <IconButton
      size="sm"
      label={`Settings of ${endpoint.name}`}
      icon={<Settings2 aria-hidden="true" />}
      onClick={() => open({ kind: 'endpoint', endpointId: endpoint.id })}
    />
  );
  return (
    <SidebarItem
      icon={<Glyph name={provider} />}
      label={endpoint.name}
      current={current}
      onSelect={() => setScope({ endpointId: endpoint.id, only: null })}
      action={edit}
    >
      {stats === undefined ? null : <EndpointCounts stats={stats} />}
    </SidebarItem>
  );
}

function EndpointCounts({ stats }: { stats: EndpointStats }) {
  // Where both would leave the name no room, a dot says that there are new ones.
  const beside = stats.failed > 0;
  return (
    <>
      {stats.failed === 0 ? null : (
        <span
          title={counted(stats.failed, 'failed signature', 'failed signatures')}
          className="inline-flex items-center gap-0.5 rounded-full bg-badbg px-[7px] font-bold text-[11.5px] text-bad leading-[18px]"
        >
          <X
            aria-hidden="true"
            strokeWidth={2.8}
            className={cx(
              'hidden size-2.5!',
              stats.unread > 0 ? '@max-[224px]:inline' : '@max-[176px]:inline',
            )}
          />
          {count(stats.failed)}
          <span className={stats.unread > 0 ? '@max-[224px]:sr-only' : '@max-[176px]:sr-only'}>
            {' failed'}
          </span>
        </span>
      )}
      {stats.unread === 0 ? (
        stats.failed === 0 ? (
          <Count>{count(stats.total)}</Count>
        ) : null
      ) : (
        <span
          title={`${count(stats.unread)} not seen yet`}
          className={cx(
            'rounded-full bg-accent px-1.5 font-semibold text-[11px] text-accent-ink leading-[17px]',
            beside && '@max-[196px]:size-2 @max-[196px]:px-0',
          )}
        >
          <span className={beside ? '@max-[196px]:sr-only' : ''}>
            {stats.unread > 999 ? '999+' : stats.unread}
          </span>
          <span className="sr-only"> new</span>
        </span>
      )}
    </>
  );
}
