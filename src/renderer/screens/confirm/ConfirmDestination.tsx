// Asks once per destination that is not this machine: what will be sent there leaves the machine.

import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { call } from '../../host.ts';
import { FormError } from './FormError.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { useSubmit } from './use-submit.ts';

export interface ConfirmDestinationProps {
  url: string;
  /** True once the host remembers the confirmation; false when the user said no. */
  onAnswer: (allowed: boolean) => void;
}

export function ConfirmDestination({ url, onAnswer }: ConfirmDestinationProps) {
  const { pending, error, run } = useSubmit();
  const origin = originOrText(url);
  const plain = origin.startsWith('http://');
  const refuse = () => onAnswer(false);
  const confirm = () =>
    run(async () => {
      await call('destinations.confirm', { url });
      onAnswer(true);
    });
  return (
    <Dialog
      open
      size="md"
      title="Send deliveries to another machine?"
      onClose={refuse}
      footer={
        <>
          <Button data-first-focus onClick={refuse}>
            Cancel
          </Button>
          <SubmitButton variant="primary" pending={pending} busyLabel="Allowing" onClick={confirm}>
            Allow this destination
          </SubmitButton>
        </>
      }
    >
      <div className="flex flex-col gap-3 text-ink2">
        <p className="wire break-all rounded-control border border-line bg-bg px-3 py-2 text-ink">
          {origin}
        </p>
        <p>
          Every delivery that is forwarded or replayed there is sent whole: all headers, among them
          the signature, and the body, which may hold names, addresses and other personal data.
        </p>
        {plain ? <p>It goes there unencrypted (http), so anybody on the way can read it.</p> : null}
        <p>The answer is remembered for this destination, whatever the path.</p>
        <FormError message={error} />
      </div>
    </Dialog>
  );
}

function originOrText(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return url;
  }
}
