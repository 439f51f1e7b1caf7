// Makes or changes an endpoint. Nothing is lost by a stray Esc, and nothing deleted by a stray Enter.

import { useId, useState } from 'react';
import type { Endpoint } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { call } from '../../host.ts';
import type { EndpointStart } from '../../state/view.ts';
import { ConfirmDialog } from '../confirm/ConfirmDialog.tsx';
import { useReturnFocus } from '../confirm/dialog-focus.ts';
import { FormError } from '../confirm/FormError.tsx';
import { SubmitButton } from '../confirm/SubmitButton.tsx';
import { useDestinationConsent } from '../confirm/use-destination-consent.tsx';
import { type Submit, useSubmit } from '../confirm/use-submit.ts';
import { EndpointFields } from './EndpointFields.tsx';
import { useEndpointForm } from './use-endpoint-form.ts';

export interface EndpointDialogProps {
  /** Null makes a new one. */
  endpoint: Endpoint | null;
  start: EndpointStart;
  onClose: () => void;
}

type Question = 'none' | 'discard' | 'remove';

export function EndpointDialog({ start, onClose, ...given }: EndpointDialogProps) {
  // As it was when the dialog opened: only what the user changed since then is saved.
  const [endpoint] = useState(given.endpoint);
  const state = useEndpointForm(endpoint, start);
  const consent = useDestinationConsent();
  const submit = useSubmit();
  const [question, setQuestion] = useState<Question>('none');
  const formId = useId();
  useReturnFocus(question !== 'none');

  const leave = () => (state.changed ? setQuestion('discard') : onClose());
  const save = () =>
    submit.run(async () => {
      if (await state.save(consent.ask)) onClose();
    });
  const footer = (
    <Footer
      endpoint={endpoint}
      formId={formId}
      submit={submit}
      onLeave={leave}
      onRemove={() => setQuestion('remove')}
    />
  );
  return (
    <>
      <Dialog
        open
        size="lg"
        title={endpoint === null ? 'New endpoint' : `Endpoint \u201c${endpoint.name}\u201d`}
        onClose={leave}
        footer={footer}
      >
        <EndpointFields
          id={formId}
          state={state}
          endpoint={endpoint}
          at={start.at ?? (endpoint === null ? 'provider' : 'name')}
          onSubmit={save}
        />
      </Dialog>
      {consent.dialog}
      {question === 'discard' ? (
        <AskDiscard onDiscard={onClose} onKeep={() => setQuestion('none')} />
      ) : null}
      {question === 'remove' && endpoint !== null ? (
        <AskRemove endpoint={endpoint} onRemoved={onClose} onKeep={() => setQuestion('none')} />
      ) : null}
    </>
  );
}

interface FooterProps {
  endpoint: Endpoint | null;
  formId: string;
  submit: Submit;
  onLeave: () => void;
  onRemove: () => void;
}

function Footer({ endpoint, formId, submit, onLeave, onRemove }: FooterProps) {
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <FormError message={submit.error} />
      <div className="flex items-center gap-2">
        {endpoint === null ? null : <RemoveButton endpoint={endpoint} onRemove={onRemove} />}
        <span className="flex-1" />
        <Button onClick={onLeave}>Cancel</Button>
        <SubmitButton
          type="submit"
          form={formId}
          variant="primary"
          pending={submit.pending}
          busyLabel="Saving"
        >
          {endpoint === null ? 'Create endpoint' : 'Save'}
        </SubmitButton>
      </div>
    </div>
  );
}

function RemoveButton({ endpoint, onRemove }: { endpoint: Endpoint; onRemove: () => void }) {
  if (endpoint.isDefault) {
    return (
      <span className="text-ink3 text-sm">
        The default endpoint takes what no other one does and cannot be deleted.
      </span>
    );
  }
  return (
    <Button variant="danger" onClick={onRemove}>
      Delete endpoint
    </Button>
  );
}

function AskDiscard({ onDiscard, onKeep }: { onDiscard: () => void; onKeep: () => void }) {
  return (
    <ConfirmDialog
      title="Discard the changes?"
      message="What you entered here has not been saved."
      action="Discard"
      cancel="Keep editing"
      onConfirmed={onDiscard}
      onClose={onKeep}
    />
  );
}

interface AskRemoveProps {
  endpoint: Endpoint;
  onRemoved: () => void;
  onKeep: () => void;
}

function AskRemove({ endpoint: { id, name, path }, onRemoved, onKeep }: AskRemoveProps) {
  return (
    <ConfirmDialog
      title={`Delete the endpoint \u201c${name}\u201d?`}
      message={`Its secrets are deleted with it. Requests to ${path} then arrive at the next best endpoint. Deliveries received so far stay.`}
      action="Delete endpoint"
      onConfirmed={async () => {
        await call('endpoints.remove', { id });
        onRemoved();
      }}
      onClose={onKeep}
    />
  );
}
