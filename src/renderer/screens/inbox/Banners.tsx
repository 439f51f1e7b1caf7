// Everything that must be known before anything else: lost connection, changed URL, pause, notices.

import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useDelayed } from '../../components/use-delayed.ts';
import { reportError, setPaused, startTunnel, stopTunnel } from '../../state/actions.ts';
import { useApp } from '../../state/app.ts';
import { useConnection } from '../../state/connection.ts';
import { Banner } from './Banner.tsx';

export function Banners() {
  return (
    <>
      <ConnectionBanner />
      <TunnelBanner />
      <UrlChangedBanner />
      <PausedBanner />
      <NoticeBanners />
    </>
  );
}

function ConnectionBanner() {
  const lost = useConnection((connection) => connection.status === 'lost');
  const reason = useConnection((connection) => connection.lastError);
  // A reconnect after a restart takes a blink; the banner is for what takes longer.
  const shown = useDelayed(lost, 600);
  return shown ? <Banner tone="warn">{reason}</Banner> : null;
}

/** Why providers cannot reach this machine, in full; the header has room for a word only. */
function TunnelBanner() {
  const { state, reason } = useApp((app) => app.tunnel);
  const connected = useConnection((connection) => connection.status === 'open');
  const troubled = state === 'failed' || state === 'degraded' || state === 'reconnecting';
  // Most reconnects take a second or two: those are the header's to tell.
  const shown = useDelayed(troubled, state === 'reconnecting' ? 3000 : 0);
  if (!shown || !connected || reason === null) return null;
  if (state !== 'failed') return <Banner tone="warn">{reason}</Banner>;
  const actions = (
    <>
      <Button size="sm" variant="ghost" onClick={() => void stopTunnel()}>
        Stay on this machine
      </Button>
      <Button size="sm" onClick={() => void startTunnel()}>
        Try again
      </Button>
    </>
  );
  return (
    <Banner tone="bad" actions={actions}>
      <strong className="font-semibold">No public URL.</strong> {reason}
    </Banner>
  );
}

const DISMISSED_URL = 'hookglass.changed-url-seen';

function UrlChangedBanner() {
  const from = useApp((app) => app.tunnel.changedFrom);
  const url = useApp((app) => app.tunnel.publicUrl);
  const [seen, setSeen] = useState(() => localStorage.getItem(DISMISSED_URL));
  if (from === null || url === null || seen === url) return null;
  const dismiss = () => {
    localStorage.setItem(DISMISSED_URL, url);
    setSeen(url);
  };
  return (
    <Banner
      tone="bad"
      onDismiss={dismiss}
      actions={
        <CopyButton text={url} label="Copy the new public URL" onError={reportError}>
          Copy the new URL
        </CopyButton>
      }
    >
      <strong className="font-semibold">The public URL changed.</strong> Providers still send to{' '}
      <span className="wire">{from}</span>, which no longer leads here. Paste the new URL into their
      dashboards.
    </Banner>
  );
}

function PausedBanner() {
  const paused = useApp((app) => app.receiver.paused);
  if (!paused) return null;
  const resume = (
    <Button size="sm" onClick={() => void setPaused(false)}>
      Resume
    </Button>
  );
  return (
    <Banner tone="warn" actions={resume}>
      <strong className="font-semibold">Paused.</strong> Deliveries are turned away with 503, so
      that providers try again later.
    </Banner>
  );
}

const DISMISSED_NOTICES = 'hookglass.notices-seen';

function NoticeBanners() {
  const notices = useApp((app) => app.notices);
  const dismissNotice = useApp((app) => app.dismissNotice);
  const [seen, setSeen] = useState(readSeen);
  // What is merely good to know is said where it matters, such as beside the secrets.
  const shown = notices.filter(
    ({ code, level, message }) => level !== 'info' && !seen.includes(`${code} ${message}`),
  );
  return shown.map(({ code, level, message }) => (
    <Banner
      key={code}
      tone={level === 'error' ? 'bad' : 'warn'}
      onDismiss={() => {
        const next = [...seen, `${code} ${message}`].slice(-50);
        localStorage.setItem(DISMISSED_NOTICES, JSON.stringify(next));
        setSeen(next);
        dismissNotice(code);
      }}
    >
      {message}
    </Banner>
  ));
}

/** Notices that were dismissed stay so across starts, until they say something else. */
function readSeen(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(DISMISSED_NOTICES) ?? '[]');
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
