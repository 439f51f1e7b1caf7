// The bottom line: where it listens, where it sends, and how much is kept.

import { bytes, counted } from '../../lib/format.ts';
import { keyLabel } from '../../lib/keyboard.ts';
import { useApp } from '../../state/app.ts';
import { useConnection } from '../../state/connection.ts';
import { useView } from '../../state/view.ts';

export function StatusBar() {
  const receiverUrl = useApp((app) => app.receiver.url);
  const version = useApp((app) => app.version);
  const open = useView((view) => view.open);
  return (
    <footer className="flex h-7 flex-none items-center gap-[18px] overflow-hidden whitespace-nowrap border-line border-t bg-panel px-3.5 text-ink3 text-sm">
      <span className="wire text-ink2">
        {receiverUrl.replace(/^http:\/\//, '').replace(/\/$/, '')}
      </span>
      <Destination />
      <span className="flex-1" />
      <Connection />
      <Kept />
      <span className="max-[1040px]:hidden">{version === '' ? '' : `Hookglass ${version}`}</span>
      <button
        type="button"
        onClick={() => open({ kind: 'help' })}
        className="ring-inside rounded px-1 hover:text-ink"
      >
        {keyLabel('?')} for keys
      </button>
    </footer>
  );
}

/** Where the endpoint in view forwards to; for all of them, the number of those that do. */
function Destination() {
  const endpointId = useView((view) => view.endpointId);
  const text = useApp(({ endpoints }) => {
    const forwarding = endpoints.filter((endpoint) => endpoint.forwardTo !== null);
    const inView = endpoints.find(({ id }) => id === endpointId);
    if (inView !== undefined) return inView.forwardTo ?? 'not forwarded';
    const [first] = forwarding;
    if (first === undefined) return 'not forwarded';
    return forwarding.length === 1 ? first.forwardTo : `${forwarding.length} destinations`;
  });
  return <span className="min-w-0 truncate">→ {text}</span>;
}

function Kept() {
  const stats = useApp((app) => app.stats);
  const limits = useApp((app) => app.settings.retention);
  const kept = `${counted(stats.deliveries, 'delivery', 'deliveries')}, ${bytes(stats.bytes)} of ${bytes(limits.maxBytes)}`;
  const rule = `The newest ${limits.maxCount.toLocaleString('en-US')} are kept, up to ${bytes(limits.maxBytes)} and ${counted(limits.maxAgeDays, 'day', 'days')}. Pinned ones always stay.`;
  return <span title={rule}>{kept}</span>;
}

function Connection() {
  const status = useConnection((connection) => connection.status);
  if (status === 'open') return null;
  return <span className="text-warn">{status === 'lost' ? 'Reconnecting' : 'Connecting'}</span>;
}
