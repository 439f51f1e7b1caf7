// How the public URL is got: when, from which server, under which name, and which ones there were.

import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { call } from '../../host.ts';
import { ago } from '../../lib/format.ts';
import { useApp } from '../../state/app.ts';
import { FormError } from '../confirm/FormError.tsx';
import { SubmitButton } from '../confirm/SubmitButton.tsx';
import { useSubmit } from '../confirm/use-submit.ts';
import { Part, Row } from './Row.tsx';
import { SwitchSetting } from './SwitchSetting.tsx';
import { parseHost, parseSubdomain } from './setting-text.ts';
import { TextSetting } from './TextSetting.tsx';

export function PublicUrl() {
  const settings = useApp((app) => app.settings.tunnel);
  return (
    <div className="flex flex-col gap-6">
      <TunnelNow />
      <StartWithApp />
      <TextSetting
        label="Wanted name"
        placeholder="any free name"
        help="The first part of the public URL. If it is taken, another one is given and you are told."
        saved={settings.subdomain ?? ''}
        parse={parseSubdomain}
        change={(subdomain) => ({ tunnel: { subdomain } })}
      />
      <TextSetting
        label="Tunnel server"
        help="A localtunnel server: the public one, or your own."
        saved={settings.host}
        parse={parseHost}
        change={(host) => ({ tunnel: { host } })}
      />
      <History />
    </div>
  );
}

function TunnelNow() {
  const { state, publicUrl, reason } = useApp((app) => app.tunnel);
  const { pending, error, run } = useSubmit();
  const off = state === 'off' || state === 'failed';
  const start = () => run(() => call('tunnel.start', {}).then(() => undefined));
  const stop = () => run(() => call('tunnel.stop', {}).then(() => undefined));
  const restart = () =>
    run(async () => {
      await call('tunnel.stop', {});
      await call('tunnel.start', {});
    });
  return (
    <div className="flex flex-col gap-2">
      <Row
        label={
          publicUrl === null ? 'No public URL' : <span className="wire break-all">{publicUrl}</span>
        }
        help={
          reason ??
          (off
            ? 'Providers cannot reach this machine.'
            : 'A changed name or server is used from the next start on.')
        }
      >
        {off ? (
          <SubmitButton variant="primary" pending={pending} busyLabel="Connecting" onClick={start}>
            Get a public URL
          </SubmitButton>
        ) : (
          <>
            <SubmitButton pending={pending} busyLabel="Reconnecting" onClick={restart}>
              Reconnect
            </SubmitButton>
            <Button onClick={stop}>Go offline</Button>
          </>
        )}
      </Row>
      <FormError message={error} />
    </div>
  );
}

function StartWithApp() {
  const on = useApp((app) => app.settings.tunnel.startWithApp) === true;
  return (
    <SwitchSetting
      label="Go online when Hookglass starts"
      help="Otherwise it stays on this machine until you ask for a public URL."
      checked={on}
      change={(startWithApp) => ({ tunnel: { startWithApp } })}
    />
  );
}

function History() {
  const history = useApp((app) => app.tunnel.history);
  const [now] = useState(() => Date.now());
  return (
    <Part title="Earlier public URLs">
      {history.length === 0 ? (
        <p className="text-ink3">None. When the URL changes, the old one is listed here.</p>
      ) : (
        <ul className="overflow-hidden rounded-card border border-line">
          {history.map(({ url, lastSeenAt }) => (
            <li
              key={`${url} ${lastSeenAt}`}
              className="flex h-8 items-center gap-3 border-line2 border-b px-3 last:border-b-0"
            >
              <span className="wire min-w-0 flex-1 truncate text-ink">{url}</span>
              <span className="flex-none text-ink3 text-sm">{ago(lastSeenAt, now)}</span>
              <CopyButton text={url} label={`Copy ${url}`} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
