// The top: brand, public URL, receiver URL, and what one does to Hookglass as a whole.

import { Pause, Play, Send, SquarePen } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Tooltip } from '../../components/Tooltip.tsx';
import { keyLabel } from '../../lib/keyboard.ts';
import {
  openTestEvent,
  reportError,
  sendTest,
  setPaused,
  testEndpointId,
} from '../../state/actions.ts';
import { useApp } from '../../state/app.ts';
import { useView } from '../../state/view.ts';
import { BrandMark } from '../brand-mark.tsx';
import { AppMenu } from './AppMenu.tsx';
import { PublicUrl } from './PublicUrl.tsx';

export function Header() {
  return (
    <header className="flex h-[52px] flex-none items-center gap-3 border-line border-b bg-panel pr-3 pl-4">
      <div className="flex flex-none items-center gap-[9px] font-bold tracking-[-0.01em] min-[1200px]:w-[190px]">
        <BrandMark className="text-accent" />
        <span className="max-[940px]:sr-only">Hookglass</span>
      </div>
      <PublicUrl />
      {/* Where it does not fit it wraps out of sight, behind a first item of no width. */}
      <div className="flex h-6 min-w-0 flex-1 basis-0 flex-wrap overflow-hidden max-[1180px]:*:hidden">
        <span className="h-6" />
        <ReceiverUrl />
      </div>
      <div className="flex flex-none items-center gap-1.5">
        <PauseButton />
        <TestButton />
        <PaletteButton />
        <AppMenu />
      </div>
    </header>
  );
}

/** Where the public URL leads; shown apart only while there is a public one. */
function ReceiverUrl() {
  const url = useApp((app) => app.receiver.url);
  const alone = useApp((app) => app.tunnel.state === 'off');
  if (alone || url === '') return null;
  return (
    <div className="flex h-6 flex-none items-center gap-1 whitespace-nowrap text-ink3">
      <Tooltip content="The receiver on this machine, which the public URL leads to">
        <span className="wire text-ink2">→ {url.replace(/^http:\/\//, '').replace(/\/$/, '')}</span>
      </Tooltip>
      <CopyButton text={url} label={`Copy ${url}`} onError={reportError} />
    </div>
  );
}

function PauseButton() {
  const paused = useApp((app) => app.receiver.paused);
  const icon = paused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />;
  const explanation = paused
    ? 'Receive again'
    : 'Turn deliveries away with 503 for a while; providers try again later';
  return (
    <Tooltip content={explanation}>
      <Button
        variant={paused ? 'default' : 'ghost'}
        icon={icon}
        className={paused ? 'text-warn' : ''}
        onClick={() => void setPaused(!paused)}
      >
        {paused ? 'Resume' : 'Pause'}
      </Button>
    </Tooltip>
  );
}

function TestButton() {
  const send = () => {
    const id = testEndpointId();
    if (id !== null) void sendTest(id);
  };
  return (
    <div className="flex items-center gap-0.5">
      <Tooltip content="Send a signed sample to the endpoint in view" kbd="T">
        <Button icon={<Send aria-hidden="true" />} aria-label="Send test event" onClick={send}>
          <span className="max-[1040px]:hidden">Send test event</span>
        </Button>
      </Tooltip>
      <IconButton
        label="Choose and edit a test event"
        kbd="S"
        icon={<SquarePen aria-hidden="true" />}
        onClick={openTestEvent}
      />
    </div>
  );
}

function PaletteButton() {
  const open = useView((view) => view.open);
  return (
    <Button
      variant="ghost"
      kbd={keyLabel('mod+k')}
      className="max-[940px]:[&_kbd]:hidden"
      onClick={() => open({ kind: 'palette' })}
    >
      Commands
    </Button>
  );
}
