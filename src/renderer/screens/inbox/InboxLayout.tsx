// Three panes side by side whose widths can be dragged, and are remembered.

import { type ReactNode, useSyncExternalStore } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';

/** Widths in px: of the detail pane, and of the window that leaves the others their least. */
const TABS_IN_ONE_ROW = 352;
const ROOMY = window.matchMedia('(min-width: 860px)');

export interface InboxLayoutProps {
  sidebar: ReactNode;
  stream: ReactNode;
  detail: ReactNode;
}

export function InboxLayout({ sidebar, stream, detail }: InboxLayoutProps) {
  const roomy = useRoomy();
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'hookglass.panes',
    panelIds: ['sidebar', 'stream', 'detail'],
    onlySaveAfterUserInteractions: true,
    storage: localStorage,
  });
  return (
    <Group
      id="hookglass.panes"
      defaultLayout={defaultLayout}
      onLayoutChanged={onLayoutChanged}
      className="min-h-0 flex-1"
    >
      <Panel
        id="sidebar"
        defaultSize={216}
        minSize={184}
        maxSize={320}
        groupResizeBehavior="preserve-pixel-size"
      >
        {sidebar}
      </Panel>
      <Divider label="Width of the sidebar" />
      <Panel id="stream" minSize={320}>
        {stream}
      </Panel>
      <Divider label="Width of the list" />
      <Panel id="detail" defaultSize={detailWidth()} minSize={roomy ? TABS_IN_ONE_ROW : 312}>
        {detail}
      </Panel>
    </Group>
  );
}

/** A third of the window or so; px. */
function detailWidth(): number {
  return Math.max(0.35 * window.innerWidth, TABS_IN_ONE_ROW);
}

/** Whether all three panes have room with the detail's tabs in one row; changes as the window does. */
function useRoomy(): boolean {
  return useSyncExternalStore(
    (changed) => {
      ROOMY.addEventListener('change', changed);
      return () => ROOMY.removeEventListener('change', changed);
    },
    () => ROOMY.matches,
  );
}

function Divider({ label }: { label: string }) {
  return (
    <Separator
      aria-label={label}
      className="relative w-px bg-line outline-none transition-colors after:absolute after:inset-y-0 after:-left-[1.5px] after:z-10 after:w-1 after:bg-transparent hover:after:bg-accent/50 focus-visible:after:bg-focus data-[separator=active]:after:bg-accent"
    />
  );
}
