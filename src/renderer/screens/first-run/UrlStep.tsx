// Step one: a public URL by one button, or the receiver's own for senders on this machine.

import { CopyButton } from '../../components/CopyButton.tsx';
import { call } from '../../host.ts';
import { useApp } from '../../state/app.ts';
import { FormError } from '../confirm/FormError.tsx';
import { SubmitButton } from '../confirm/SubmitButton.tsx';
import { useSubmit } from '../confirm/use-submit.ts';

export interface UrlStepProps {
  next: boolean;
  onCopyLocal: () => void;
}

export function UrlStep({ next, onCopyLocal }: UrlStepProps) {
  const receiverUrl = useApp((app) => app.receiver.url);
  const publicUrl = useApp((app) => app.tunnel.publicUrl);
  return (
    <>
      <p className="text-ink2">
        {publicUrl === null
          ? 'Providers reach this machine through a public URL. It is asked for once; from then on Hookglass goes online when it starts.'
          : 'Paste it into the webhook settings of your provider.'}
      </p>
      {publicUrl === null ? <GetPublicUrl next={next} /> : <Url url={publicUrl} name="public" />}
      {/* The click that copies also says that the local URL is the one wanted. */}
      <div className="flex items-center gap-2 text-ink3 text-sm" onClickCapture={onCopyLocal}>
        <span className="flex-none">From this machine:</span>
        <span className="wire min-w-0 truncate text-ink2">{receiverUrl}</span>
        <CopyButton text={receiverUrl} label="Copy the receiver URL" />
      </div>
    </>
  );
}

function Url({ url, name }: { url: string; name: string }) {
  return (
    <div className="flex items-center gap-2 rounded-control border border-line bg-bg py-1 pr-1 pl-3">
      <span className="wire min-w-0 flex-1 truncate text-[13px] text-ink">{url}</span>
      <CopyButton text={url} label={`Copy the ${name} URL`}>
        Copy
      </CopyButton>
    </div>
  );
}

function GetPublicUrl({ next }: { next: boolean }) {
  const { state, reason } = useApp((app) => app.tunnel);
  const { pending, error, run } = useSubmit();
  const start = () => run(() => call('tunnel.start', {}).then(() => undefined));
  const connecting = pending || state === 'connecting' || state === 'reconnecting';
  return (
    <>
      <div>
        <SubmitButton
          variant={next ? 'primary' : 'default'}
          pending={connecting}
          busyLabel="Getting a public URL"
          onClick={start}
        >
          {state === 'failed' ? 'Try again' : 'Get a public URL'}
        </SubmitButton>
      </div>
      <FormError message={error ?? (connecting ? null : reason)} />
    </>
  );
}
