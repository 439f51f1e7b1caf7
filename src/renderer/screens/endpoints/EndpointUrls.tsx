// The URLs an endpoint will have, live while its path is written: what is pasted into the provider.

import { Button } from '../../components/Button.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { call } from '../../host.ts';
import { useApp } from '../../state/app.ts';
import { useSubmit } from '../confirm/use-submit.ts';
import { joinUrl } from './destination-text.ts';
import { completePath } from './endpoint-errors.ts';

export function EndpointUrls({ path }: { path: string }) {
  const publicUrl = useApp((app) => app.tunnel.publicUrl);
  const receiverUrl = useApp((app) => app.receiver.url);
  const shown = completePath(path) || '/';
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 rounded-card border border-line bg-bg px-3 py-2">
      <dt className="text-ink3">Public URL</dt>
      {publicUrl === null ? (
        <NoPublicUrl />
      ) : (
        <UrlCell url={joinUrl(publicUrl, shown)} label="Copy the public URL of this endpoint" />
      )}
      <dt className="text-ink3">On this machine</dt>
      <UrlCell url={joinUrl(receiverUrl, shown)} label="Copy the local URL of this endpoint" />
    </dl>
  );
}

function UrlCell({ url, label }: { url: string; label: string }) {
  return (
    <>
      <dd className="wire truncate text-ink" title={url}>
        {url}
      </dd>
      <dd>
        <CopyButton text={url} label={label} />
      </dd>
    </>
  );
}

function NoPublicUrl() {
  const { state, reason } = useApp((app) => app.tunnel);
  const { pending, error, run } = useSubmit();
  const connecting = pending || state === 'connecting' || state === 'reconnecting';
  const problem = connecting ? null : (error ?? (state === 'failed' ? reason : null));
  const start = () =>
    run(async () => {
      await call('tunnel.start', {});
    });
  return (
    <>
      <dd className={problem === null ? 'text-ink3' : 'text-bad'}>
        <span role="status">
          {connecting
            ? 'Getting one'
            : (problem ?? 'None yet: providers cannot reach this machine')}
        </span>
      </dd>
      <dd>
        {connecting ? null : (
          <Button size="sm" onClick={start}>
            Get one
          </Button>
        )}
      </dd>
    </>
  );
}
