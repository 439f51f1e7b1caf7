// What the list says when it has no rows: why, and what to do.

import { Inbox, PlugZap, ShieldCheck } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { reportError, sendTest, startTunnel, testEndpointId } from '../../state/actions.ts';
import { useApp } from '../../state/app.ts';
import { useStream } from '../../state/stream.ts';
import { useView } from '../../state/view.ts';
import { NothingFound } from '../filter/NothingFound.tsx';
import { FirstRun } from '../first-run/FirstRun.tsx';

export function StreamEmpty() {
  const search = useStream((stream) => stream.search);
  const error = useStream((stream) => stream.error);
  const only = useView((view) => view.only);
  const guided = useApp((app) => !app.settings.firstRunDone);
  const everything = useView((view) => view.endpointId === null && view.only === null);
  if (search !== null) return <NothingFound query={search.query} error={search.error} />;
  if (error !== null) return <NotLoaded error={error} />;
  if (only === 'failed') {
    return (
      <EmptyState icon={<ShieldCheck />} title="No failed signatures">
        Deliveries whose signature does not hold are collected here.
      </EmptyState>
    );
  }
  if (only === 'pinned') {
    return (
      <EmptyState icon={<Inbox />} title="Nothing is pinned">
        Select a delivery and press P. What is pinned stays when old deliveries are removed.
      </EmptyState>
    );
  }
  if (guided && everything) {
    return (
      <div className="absolute inset-0 overflow-y-auto">
        <FirstRun />
      </div>
    );
  }
  return <NothingReceived />;
}

function NothingReceived() {
  const endpointId = useView((view) => view.endpointId);
  const path = useApp(
    ({ endpoints }) => endpoints.find(({ id }) => id === endpointId)?.path ?? '/',
  );
  const publicUrl = useApp((app) => app.tunnel.publicUrl);
  const receiverUrl = useApp((app) => app.receiver.url);
  const hasTunnel = useApp((app) => app.tunnel.state !== 'off');
  const url = (publicUrl ?? receiverUrl).replace(/\/$/, '') + (path === '/' ? '' : path);
  const send = () => {
    const id = testEndpointId();
    if (id !== null) void sendTest(id);
  };
  return (
    <EmptyState
      icon={<Inbox />}
      title="Waiting for the first delivery"
      actions={
        <>
          {hasTunnel ? null : <Button onClick={() => void startTunnel()}>Get a public URL</Button>}
          <Button onClick={send}>Send a test event</Button>
        </>
      }
    >
      {publicUrl === null
        ? 'Send a request to this address from your machine, or get a public URL to paste into a provider.'
        : "Paste this address into the provider's webhook settings."}
      <span className="mt-3 flex items-center justify-center gap-1.5">
        <span className="wire select-text break-all rounded-md bg-bg px-2 py-1 text-ink">
          {url}
        </span>
        <CopyButton text={url} label={`Copy ${url}`} onError={reportError} />
      </span>
    </EmptyState>
  );
}

function NotLoaded({ error }: { error: string }) {
  const reload = useStream((stream) => stream.reload);
  return (
    <EmptyState
      icon={<PlugZap />}
      title="The deliveries could not be loaded"
      actions={<Button onClick={reload}>Try again</Button>}
    >
      {error}
    </EmptyState>
  );
}
