// Sends a test event of choice: whose, which, with what in it, and where to. It stays open, because one
// is rarely enough.

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
import { EventOutcome } from './EventOutcome.tsx';
import { EventPlace } from './EventPlace.tsx';
import { EventSigning } from './EventSigning.tsx';
import { type TestEvent, useTestEvent } from './use-test-event.ts';

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
          <div className="grid grid-cols-2 gap-5 max-[720px]:grid-cols-1">
            <EventSigning event={event} />
            <EventPlace event={event} />
          </div>
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

/** What came of it stands beside the button that was pressed: it is seen without scrolling. */
function Footer({ formId, event, onClose }: FooterProps) {
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <FormError message={event.error} />
      <div className="flex items-center gap-2">
        <EventOutcome sent={event.sent} onOpen={onClose} />
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
      </div>
    </div>
  );
}
