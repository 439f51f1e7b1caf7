// The public URL with the proof of its health, or the way to get one.

import { Globe, RotateCw } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Tooltip } from '../../components/Tooltip.tsx';
import { cx } from '../../lib/cx.ts';
import { type TunnelWords, tunnelWords } from '../../lib/tunnel-words.ts';
import { reportError, startTunnel, stopTunnel } from '../../state/actions.ts';
import { useApp } from '../../state/app.ts';
import { useConnection } from '../../state/connection.ts';
import { useNow } from './use-now.ts';

const DOTS = {
  ok: 'bg-wave3 text-wave3',
  warn: 'bg-wave4 text-wave4',
  bad: 'bg-bad text-bad',
  mute: 'bg-edge text-edge',
};

const UNKNOWN = {
  tone: 'mute',
  busy: false,
  short: 'not known',
  long: null,
  action: null,
} as const;

export function PublicUrl() {
  const tunnel = useApp((app) => app.tunnel);
  const receiverUrl = useApp((app) => app.receiver.url);
  const connected = useConnection((connection) => connection.status === 'open');
  const told = tunnelWords(tunnel, useNow());
  // What was last told of the tunnel proves nothing once Hookglass itself does not answer.
  const words: TunnelWords = connected ? told : { ...told, ...UNKNOWN };
  const { publicUrl } = tunnel;
  const url = publicUrl ?? (tunnel.state === 'off' ? receiverUrl : null);
  return (
    <section
      aria-label="Public URL"
      className="flex h-[34px] min-w-0 items-center gap-2.5 rounded-card border border-line bg-bg pr-[5px] pl-3"
    >
      <span
        aria-hidden="true"
        className={cx(
          'size-2 flex-none rounded-full shadow-[0_0_0_3px_color-mix(in_srgb,currentColor_22%,transparent)]',
          DOTS[words.tone],
          words.busy && 'animate-pulse',
        )}
      />
      {url === null ? null : <UrlText url={url} />}
      <State words={words} alone={url === null} />
      {url === null ? null : (
        <CopyButton text={url} label={`Copy ${url}`} onError={reportError}>
          Copy
        </CopyButton>
      )}
      <Remedy action={words.action} />
    </section>
  );
}

/** The end of a public URL tells one from another, so the middle gives way first. */
function UrlText({ url }: { url: string }) {
  return (
    <Tooltip content={url}>
      <span className="wire min-w-[72px] truncate text-[13px] text-ink">{url}</span>
    </Tooltip>
  );
}

function State({ words, alone }: { words: TunnelWords; alone: boolean }) {
  const text = (
    <small
      role="status"
      // A label that ticks every second is not read out every second.
      aria-live="off"
      className={cx(
        'min-w-0 truncate text-sm',
        words.tone === 'bad' ? 'text-bad' : 'text-ink3',
        alone ? 'max-w-[32ch]' : 'max-w-[24ch] max-[980px]:hidden',
      )}
    >
      {words.short}
    </small>
  );
  return words.long === null ? text : <Tooltip content={words.long}>{text}</Tooltip>;
}

function Remedy({ action }: { action: TunnelWords['action'] }) {
  if (action === null) return null;
  if (action === 'cancel') {
    return (
      <Button size="sm" variant="ghost" onClick={() => void stopTunnel()}>
        Cancel
      </Button>
    );
  }
  const icon = action === 'start' ? <Globe aria-hidden="true" /> : <RotateCw aria-hidden="true" />;
  return (
    <Button size="sm" icon={icon} onClick={() => void startTunnel()}>
      {action === 'start' ? 'Get a public URL' : 'Try again'}
    </Button>
  );
}
