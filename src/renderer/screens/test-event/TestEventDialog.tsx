// Sends a test event of choice: whose, which, with what in it, and where to. It stays open, because one
// is rarely enough.

import { CircleCheck, TriangleAlert } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useId } from 'react';
import type { Endpoint } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { keyLabel } from '../../lib/keyboard.ts';
import { FormError } from '../confirm/FormError.tsx';
import { SubmitButton } from '../confirm/SubmitButton.tsx';
import { useDestinationConsent } from '../confirm/use-destination-consent.tsx';
import { EventBody } from './EventBody.tsx';
import { EventChoice } from './EventChoice.tsx';
import { EventPlace } from './EventPlace.tsx';
import { signingWords } from './test-event-words.ts';
import { type Sent, type TestEvent, useTestEvent } from './use-test-event.ts';

export interface TestEventDialogProps {
  endpoint: Endpoint;
  onClose: () => void;
}

export function TestEventDialog({ endpoint, onClose }: TestEventDialogProps) {
  const consent = useDestinationConsent();
  const event = useTestEvent(endpoint, consent.ask);
  const formId = useId();
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (event.canSend) event.send();
  };
  const submitByKey = (pressed: KeyboardEvent) => {
    if (pressed.key !== 'Enter' || !(pressed.metaKey || pressed.ctrlKey)) return;
    pressed.preventDefault();
    if (event.canSend) event.send();
  };
  return (
    <>
      <Dialog
        open
        size="xl"
        title="Test event"
        onClose={onClose}
        footer={<Footer formId={formId} event={event} onClose={onClose} />}
      >
        <form
          id={formId}
          noValidate
          onSubmit={submit}
          onKeyDown={submitByKey}
          className="flex flex-col gap-4"
        >
          <EventChoice event={event} />
          <EventBody event={event} />
          <EventPlace event={event} />
          <FormError message={event.error} />
          <Outcome sent={event.sent} />
        </form>
      </Dialog>
      {consent.dialog}
    </>
  );
}

interface FooterProps {
  formId: string;
  event: TestEvent;
  onClose: () => void;
}

function Footer({ formId, event, onClose }: FooterProps) {
  return (
    <>
      <span className="min-w-0 flex-1 text-ink3 text-sm">
        {signingWords(event.endpoint, event.provider)}
      </span>
      <Button onClick={onClose}>Close</Button>
      <SubmitButton
        type="submit"
        form={formId}
        variant="primary"
        kbd={`${keyLabel('mod+')}↵`}
        pending={event.pending}
        busyLabel="Sending"
        disabled={!event.canSend}
      >
        Send
      </SubmitButton>
    </>
  );
}

function Outcome({ sent }: { sent: Sent | null }) {
  const good = sent !== null && sent.status < 400;
  const Icon = good ? CircleCheck : TriangleAlert;
  const tone = good ? 'bg-okbg text-ok' : 'bg-warnbg text-warn';
  return (
    <div role="status" className={sent === null ? 'hidden' : undefined}>
      {sent === null ? null : (
        <p className={`flex items-center gap-2 rounded-control px-3 py-2 ${tone}`}>
          <Icon aria-hidden="true" className="size-3.5 flex-none" />
          Sent {sent.eventType}. It was answered {sent.status}.
        </p>
      )}
    </div>
  );
}
