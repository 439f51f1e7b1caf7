// Replays one delivery to a destination of choice: the endpoint's own, a recent one, or one typed here.

import { RadioGroup } from 'radix-ui';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { call } from '../../host.ts';
import { attemptWatch } from '../../state/actions.ts';
import { useApp } from '../../state/app.ts';
import { useDetail } from '../../state/detail.ts';
import { withConsent } from '../confirm/destination-consent.ts';
import { FormError } from '../confirm/FormError.tsx';
import { SubmitButton } from '../confirm/SubmitButton.tsx';
import { useDestinationConsent } from '../confirm/use-destination-consent.tsx';
import { useSubmit } from '../confirm/use-submit.ts';
import { recentDestinations } from '../recent-list.ts';
import { completeDestination, destinationProblem, isLoopback } from './destination-text.ts';

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
          <>
            <Button onClick={onClose}>Cancel</Button>
            <SubmitButton
              type="submit"
              form={formId}
              variant="primary"
              pending={pending}
              busyLabel="Sending"
            >
              Send
            </SubmitButton>
          </>
        }
      >
        <form id={formId} noValidate onSubmit={send} className="flex flex-col gap-4">
          <Field
            label="Destination"
            error={tried ? problem : null}
            help={<Leaving destination={text} />}
          >
            {(control) => (
              <TextInput
                {...control}
                data-first-focus
                wire
                inputMode="url"
                value={text}
                placeholder="http://localhost:3000/webhooks"
                onValue={setText}
                onBlur={() => setText(completeDestination(text))}
              />
            )}
          </Field>
          <Known own={own} recent={recent} value={completeDestination(text)} onValue={setText} />
          <FormError message={error} />
        </form>
      </Dialog>
      {consent.dialog}
    </>
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

interface KnownProps {
  own: string | null;
  recent: string[];
  value: string;
  onValue: (url: string) => void;
}

function Known({ own, recent, value, onValue }: KnownProps) {
  if (own === null && recent.length === 0) return null;
  return (
    <RadioGroup.Root
      aria-label="Known destinations"
      value={value}
      onValueChange={onValue}
      className="flex flex-col overflow-hidden rounded-card border border-line"
    >
      {own === null ? null : <KnownItem url={own} note="this endpoint" />}
      {recent.map((url) => (
        <KnownItem key={url} url={url} note="recent" />
      ))}
    </RadioGroup.Root>
  );
}

function KnownItem({ url, note }: { url: string; note: string }) {
  return (
    <RadioGroup.Item
      value={url}
      className="ring-inside flex h-8 items-center gap-2.5 border-line2 border-b px-3 text-left last:border-b-0 hover:bg-hover data-[state=checked]:bg-sel"
    >
      <span
        aria-hidden="true"
        className="grid size-3.5 flex-none place-items-center rounded-full border border-edge"
      >
        <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
      </span>
      <span className="wire min-w-0 flex-1 truncate text-ink">{url}</span>
      <span className="flex-none text-ink3 text-sm">{note}</span>
    </RadioGroup.Item>
  );
}
