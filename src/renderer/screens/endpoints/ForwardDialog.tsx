// Replays one delivery to a destination of choice: the endpoint's own, a recent one, or one typed here.

import { type FormEvent, useId, useState } from 'react';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { call } from '../../host.ts';
import { attemptWatch } from '../../state/actions.ts';
import { useApp } from '../../state/app.ts';
import { useDetail } from '../../state/detail.ts';
import { withConsent } from '../confirm/destination-consent.ts';
import { FormError } from '../confirm/FormError.tsx';
import { FormFooter } from '../confirm/FormFooter.tsx';
import { useDestinationConsent } from '../confirm/use-destination-consent.tsx';
import { useSubmit } from '../confirm/use-submit.ts';
import { recentDestinations } from '../recent-list.ts';
import { completeDestination, destinationProblem, isLoopback } from './destination-text.ts';
import { KnownDestinations } from './KnownDestinations.tsx';

export interface ForwardDialogProps {
  deliveryId: string;
  onClose: () => void;
}

export function ForwardDialog({ deliveryId, onClose }: ForwardDialogProps) {
  const own = useOwnDestination(deliveryId);
  const [recent] = useState(() =>
    recentDestinations.all(localStorage).filter((url) => url !== own),
  );
  const [text, setText] = useState(own ?? recent[0] ?? '');
  const [tried, setTried] = useState(false);
  const { pending, error, run } = useSubmit();
  const consent = useDestinationConsent();
  const formId = useId();

  const problem = text.trim() === '' ? 'Say where to send it.' : destinationProblem(text);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null) return;
    const destination = completeDestination(text);
    run(async () => {
      const work = () => call('deliveries.replay', { id: deliveryId, destination });
      const sent = await withConsent(work, () => consent.ask(destination));
      if (sent === null) return;
      attemptWatch.expect(sent.result.attemptId);
      recentDestinations.remember(localStorage, destination);
      onClose();
    });
  };
  return (
    <>
      <Dialog
        open
        size="md"
        title="Forward to"
        description="Sends this delivery again, byte for byte. The answer appears among its attempts."
        onClose={onClose}
        footer={
          <FormFooter formId={formId} onCancel={onClose} pending={pending} busyLabel="Sending">
            Send
          </FormFooter>
        }
      >
        <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-4">
          <DestinationInput value={text} onValue={setText} error={tried ? problem : null} />
          <KnownDestinations
            own={own}
            recent={recent}
            value={completeDestination(text)}
            onValue={setText}
          />
          <FormError message={error} />
        </form>
      </Dialog>
      {consent.dialog}
    </>
  );
}

interface DestinationInputProps {
  value: string;
  onValue: (value: string) => void;
  error: string | null;
}

function DestinationInput({ value, onValue, error }: DestinationInputProps) {
  return (
    <Field label="Destination" error={error} help={<Leaving destination={value} />}>
      {(control) => (
        <TextInput
          {...control}
          data-first-focus
          wire
          inputMode="url"
          value={value}
          placeholder="http://localhost:3000/webhooks"
          onValue={onValue}
          onBlur={() => onValue(completeDestination(value))}
        />
      )}
    </Field>
  );
}

/** The destination of the delivery's endpoint; null where there is none or it is not known yet. */
function useOwnDestination(deliveryId: string): string | null {
  const delivery = useDetail((detail) => detail.delivery);
  const endpoints = useApp((app) => app.endpoints);
  if (delivery?.id !== deliveryId) return null;
  return endpoints.find(({ id }) => id === delivery.endpointId)?.forwardTo ?? null;
}

function Leaving({ destination }: { destination: string }) {
  const remote =
    destination.trim() !== '' &&
    destinationProblem(destination) === null &&
    !isLoopback(destination);
  return remote ? (
    <span className="text-warn">
      This is not your machine: the headers and the body will leave it. You are asked once before
      anything is sent.
    </span>
  ) : (
    <>The delivery&rsquo;s path below the endpoint is added to it.</>
  );
}
