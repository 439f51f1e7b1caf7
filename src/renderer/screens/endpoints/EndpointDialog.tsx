// Makes or changes an endpoint: the essentials first, the rest under "More". Nothing is lost by a stray Esc.

import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Endpoint } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { call } from '../../host.ts';
import { useApp } from '../../state/app.ts';
import { ConfirmDialog } from '../confirm/ConfirmDialog.tsx';
import { useReturnFocus } from '../confirm/dialog-focus.ts';
import { FormError } from '../confirm/FormError.tsx';
import { SubmitButton } from '../confirm/SubmitButton.tsx';
import { useDestinationConsent } from '../confirm/use-destination-consent.tsx';
import { useSubmit } from '../confirm/use-submit.ts';
import { DestinationField } from './DestinationField.tsx';
import { EndpointUrls } from './EndpointUrls.tsx';
import type { FieldState } from './field-state.ts';
import { MoreFields } from './MoreFields.tsx';
import { OptionFields } from './OptionFields.tsx';
import { ProviderChooser, ProviderFacts } from './ProviderChooser.tsx';
import { SecretFields } from './SecretFields.tsx';
import { type EndpointFormState, useEndpointForm } from './use-endpoint-form.ts';

export interface EndpointDialogProps {
  /** Null makes a new one. */
  endpoint: Endpoint | null;
  /** Chosen beforehand, such as the one that a delivery looks like. */
  provider?: string;
  onClose: () => void;
}

type Question = 'none' | 'discard' | 'remove';

export function EndpointDialog({ provider, onClose, ...given }: EndpointDialogProps) {
  // As it was when the dialog opened: only what the user changed since then is saved.
  const [endpoint] = useState(given.endpoint);
  const state = useEndpointForm(endpoint, provider);
  const consent = useDestinationConsent();
  const { pending, error, run } = useSubmit();
  const [question, setQuestion] = useState<Question>('none');
  const formId = useId();
  useReturnFocus(question !== 'none');

  const leave = () => (state.changed ? setQuestion('discard') : onClose());
  const save = () =>
    run(async () => {
      if (await state.save(consent.ask)) onClose();
    });
  return (
    <>
      <Dialog
        open
        size="lg"
        title={endpoint === null ? 'New endpoint' : `Endpoint \u201c${endpoint.name}\u201d`}
        onClose={leave}
        footer={
          <div className="flex min-w-0 flex-1 flex-col gap-2">
            <FormError message={error} />
            <div className="flex items-center gap-2">
              {endpoint === null ? null : (
                <RemoveButton endpoint={endpoint} onRemove={() => setQuestion('remove')} />
              )}
              <span className="flex-1" />
              <Button onClick={leave}>Cancel</Button>
              <SubmitButton
                type="submit"
                form={formId}
                variant="primary"
                pending={pending}
                busyLabel="Saving"
              >
                {endpoint === null ? 'Create endpoint' : 'Save'}
              </SubmitButton>
            </div>
          </div>
        }
      >
        <EndpointFields id={formId} state={state} endpoint={endpoint} onSubmit={save} />
      </Dialog>
      {consent.dialog}
      {question === 'discard' ? (
        <ConfirmDialog
          title="Discard the changes?"
          message="What you entered here has not been saved."
          action="Discard"
          cancel="Keep editing"
          onConfirmed={onClose}
          onClose={() => setQuestion('none')}
        />
      ) : null}
      {question === 'remove' && endpoint !== null ? (
        <ConfirmDialog
          title={`Delete the endpoint \u201c${endpoint.name}\u201d?`}
          message={`Its secrets are deleted with it. Requests to ${endpoint.path} then arrive at the next best endpoint. Deliveries received so far stay.`}
          action="Delete endpoint"
          onConfirmed={async () => {
            await call('endpoints.remove', { id: endpoint.id });
            onClose();
          }}
          onClose={() => setQuestion('none')}
        />
      ) : null}
    </>
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

interface EndpointFieldsProps {
  id: string;
  state: EndpointFormState;
  endpoint: Endpoint | null;
  onSubmit: () => void;
}

function EndpointFields({ id, state, endpoint, onSubmit }: EndpointFieldsProps) {
  const { fields, refused } = state;
  const providers = useApp((app) => app.providers);
  const chosen = providers.find((provider) => provider.id === fields.form.provider) ?? null;
  const options = chosen?.options ?? [];
  // A provider with several is one that the user describes; a single one is an exception to a rule.
  const askedFor = options.length > 1;
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (refused === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      id={id}
      ref={form}
      noValidate
      onSubmit={submit}
      onKeyDown={submitByKey}
      className="flex flex-col gap-4"
    >
      <Field label="Provider" help={<ProviderFacts provider={chosen} />}>
        {(control) => (
          <ProviderChooser
            control={control}
            value={fields.form.provider}
            providers={providers}
            onValue={state.chooseProvider}
            focused={endpoint === null}
          />
        )}
      </Field>
      <NameAndPath fields={fields} endpoint={endpoint} />
      {askedFor ? <OptionFields fields={fields} options={options} /> : null}
      <SecretFields fields={fields} hint={chosen?.secretHint ?? null} />
      <DestinationField fields={fields} />
      <MoreFields
        fields={fields}
        provider={chosen}
        options={askedFor ? [] : options}
        open={state.more}
        onOpen={state.setMore}
      />
    </form>
  );
}

function NameAndPath({ fields, endpoint }: { fields: FieldState; endpoint: Endpoint | null }) {
  const { form, change, errorOf, touch } = fields;
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3">
        <Field label="Name" error={errorOf('name')}>
          {(control) => (
            <TextInput
              {...control}
              data-first-focus={endpoint !== null || undefined}
              value={form.name}
              onValue={(name) => change({ name })}
              onBlur={() => touch('name')}
            />
          )}
        </Field>
        <Field label="Path" error={errorOf('path')}>
          {(control) => (
            <TextInput
              {...control}
              wire
              value={form.path}
              placeholder="/stripe"
              readOnly={endpoint?.isDefault ?? false}
              onValue={(path) => change({ path })}
              onBlur={() => touch('path')}
            />
          )}
        </Field>
      </div>
      <EndpointUrls path={form.path} />
    </div>
  );
}
