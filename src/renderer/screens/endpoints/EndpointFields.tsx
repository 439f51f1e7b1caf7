// The endpoint dialog's form: the essentials first, the rest under "More".

import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { Endpoint } from '../../../shared/model.ts';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useApp } from '../../state/app.ts';
import { DestinationField } from './DestinationField.tsx';
import { EndpointUrls } from './EndpointUrls.tsx';
import type { FieldState } from './field-state.ts';
import { MoreFields } from './MoreFields.tsx';
import { OptionFields } from './OptionFields.tsx';
import { ProviderChooser } from './ProviderChooser.tsx';
import { ProviderFacts, ProviderNotes } from './ProviderFacts.tsx';
import { PublicUrlField } from './PublicUrlField.tsx';
import { SecretFields } from './SecretFields.tsx';
import type { EndpointFormState } from './use-endpoint-form.ts';

export interface EndpointFieldsProps {
  id: string;
  state: EndpointFormState;
  endpoint: Endpoint | null;
  /** What has the focus at first. */
  at: 'provider' | 'name' | 'secrets';
  onSubmit: () => void;
}

export function EndpointFields({ id, state, endpoint, at, onSubmit }: EndpointFieldsProps) {
  const { fields, refused } = state;
  const providers = useApp((app) => app.providers);
  const chosen = providers.find((provider) => provider.id === fields.form.provider) ?? null;
  const options = chosen?.options ?? [];
  // A provider with several is one that the user describes; a single one is an exception to a rule.
  const askedFor = options.length > 1;
  const form = useRef<HTMLFormElement>(null);

  useFirstProblemFocused(form, refused);

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
            focused={at === 'provider'}
          />
        )}
      </Field>
      <ProviderNotes provider={chosen} />
      <NameAndPath fields={fields} endpoint={endpoint} focused={at === 'name'} />
      {askedFor ? <OptionFields fields={fields} options={options} /> : null}
      <SecretFields fields={fields} hint={chosen?.secretHint ?? null} focused={at === 'secrets'} />
      {/* One that was set is not hidden with a change of provider: it would still be in force. */}
      {chosen?.signsUrl || fields.form.publicUrl !== '' ? (
        <PublicUrlField fields={fields} provider={chosen} />
      ) : null}
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

/** After a refused try to save, the first field with a problem is the one to go on with. */
function useFirstProblemFocused(form: RefObject<HTMLFormElement | null>, refused: number): void {
  useEffect(() => {
    if (refused === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, refused]);
}

interface NameAndPathProps {
  fields: FieldState;
  endpoint: Endpoint | null;
  focused: boolean;
}

function NameAndPath({ fields, endpoint, focused }: NameAndPathProps) {
  const { form, change, errorOf, touch } = fields;
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-3">
        <Field label="Name" error={errorOf('name')}>
          {(control) => (
            <TextInput
              {...control}
              data-first-focus={focused || undefined}
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
