// Three panes side by side whose widths can be dragged, and are remembered.

import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';

export interface InboxLayoutProps {
  sidebar: ReactNode;
  stream: ReactNode;
  detail: ReactNode;
}

export function InboxLayout({ sidebar, stream, detail }: InboxLayoutProps) {
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
      <Panel id="detail" defaultSize={detailWidth()} minSize={312}>
        {detail}
      </Panel>
    </Group>
  );
}

/** A third of the window, and enough for the pane's tabs in one row; px. */
function detailWidth(): number {
  return Math.max(0.35 * window.innerWidth, 352);
}

function Divider({ label }: { label: string }) {
  return (
    <Separator
      aria-label={label}
      className="relative w-px bg-line outline-none transition-colors after:absolute after:inset-y-0 after:-left-[1.5px] after:z-10 after:w-1 after:bg-transparent hover:after:bg-accent/50 focus-visible:after:bg-focus data-[separator=active]:after:bg-accent"
    />
  );
}
