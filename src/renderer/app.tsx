// The window: header, banners, three panes, status bar, and whatever dialog is open.

import { PlugZap } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './components/Button.tsx';
import { EmptyState } from './components/EmptyState.tsx';
import { Toaster } from './components/Toaster.tsx';
import { TooltipProvider } from './components/Tooltip.tsx';
import { useDelayed } from './components/use-delayed.ts';
import { count } from './lib/format.ts';
import { applyTheme, rememberedTheme } from './lib/theme.ts';
import { Dialogs } from './screens/Dialogs.tsx';
import { DeliveryPane } from './screens/delivery/DeliveryPane.tsx';
import { DropTarget } from './screens/exchange/DropTarget.tsx';
import { Banners } from './screens/inbox/Banners.tsx';
import { ChoicePane } from './screens/inbox/ChoicePane.tsx';
import { Header } from './screens/inbox/Header.tsx';
import { InboxLayout } from './screens/inbox/InboxLayout.tsx';
import { Sidebar } from './screens/inbox/Sidebar.tsx';
import { StatusBar } from './screens/inbox/StatusBar.tsx';
import { Stream } from './screens/inbox/Stream.tsx';
import { useApp } from './state/app.ts';
import { useConnection } from './state/connection.ts';
import { handleKey } from './state/keys.ts';
import { useMarks } from './state/marks.ts';

export function App() {
  const ready = useApp((app) => app.ready);
  const refused = useConnection((connection) => connection.status === 'refused');
  const theme = useTheme();
  useTitle();
  useEffect(() => {
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, []);
  return (
    <TooltipProvider>
      {refused ? <Refused /> : ready ? <Inbox /> : <Starting />}
      <Toaster theme={theme} />
    </TooltipProvider>
  );
}

function Inbox() {
  return (
    <div className="flex h-full flex-col">
      <Header />
      <Banners />
      <main className="flex min-h-0 flex-1 flex-col">
        <h1 className="sr-only">Hookglass</h1>
        <InboxLayout sidebar={<Sidebar />} stream={<Stream />} detail={<Detail />} />
      </main>
      <StatusBar />
      <Dialogs />
      <DropTarget />
    </div>
  );
}

function Detail() {
  const several = useMarks(({ rows }) => rows.size > 0);
  return <div className="h-full bg-panel">{several ? <ChoicePane /> : <DeliveryPane />}</div>;
}

/** The host is there but does not take this page: only another address helps. */
function Refused() {
  const reason = useConnection((connection) => connection.lastError);
  return (
    <main className="h-full">
      <EmptyState icon={<PlugZap />} title="This page is not connected">
        {reason}
      </EmptyState>
    </main>
  );
}

function Starting() {
  const reason = useConnection((connection) => connection.lastError);
  const shown = useDelayed(true, 500);
  return (
    <main className="h-full" aria-busy="true">
      {shown ? (
        <EmptyState
          icon={<PlugZap />}
          title={reason === null ? 'Connecting to Hookglass' : 'Hookglass is not answering'}
          actions={
            reason === null ? undefined : (
              <Button onClick={() => location.reload()}>Load this page again</Button>
            )
          }
        >
          {reason ?? 'This takes a moment.'}
        </EmptyState>
      ) : null}
    </main>
  );
}

function useTheme(): 'light' | 'dark' {
  const ready = useApp((app) => app.ready);
  const chosen = useApp((app) => app.settings.theme);
  const [shown, setShown] = useState<'light' | 'dark'>('light');
  useEffect(() => applyTheme(ready ? chosen : rememberedTheme(), setShown), [ready, chosen]);
  return shown;
}

/** What is new shows in the title too, where a tab or a task bar tells of it. */
function useTitle(): void {
  const unread = useApp((app) => app.stats.endpoints.reduce((sum, { unread }) => sum + unread, 0));
  useEffect(() => {
    document.title = unread === 0 ? 'Hookglass' : `(${count(unread)}) Hookglass`;
  }, [unread]);
}
