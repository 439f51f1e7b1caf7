// Where deliveries are sent on to: shows live where a request would arrive, and says what leaving this machine means.

import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import {
  completeDestination,
  destinationProblem,
  forwardedUrl,
  isLoopback,
} from './destination-text.ts';
import { completePath } from './endpoint-errors.ts';
import type { FieldState } from './field-state.ts';

export function DestinationField({ fields }: { fields: FieldState }) {
  const { forwardTo, path } = fields.form;
  const leave = () => {
    // What was left out is put in where it can be seen, not behind the user's back on saving.
    fields.change((form) => ({ ...form, forwardTo: completeDestination(form.forwardTo) }));
    fields.touch('forwardTo');
  };
  return (
    <Field
      label="Forward to"
      optional
      error={fields.errorOf('forwardTo')}
      help={<DestinationHelp destination={forwardTo} path={completePath(path) || '/'} />}
    >
      {(control) => (
        <TextInput
          {...control}
          wire
          inputMode="url"
          value={forwardTo}
          placeholder="http://localhost:3000/webhooks"
          onValue={(value) => fields.change({ forwardTo: value })}
          onBlur={leave}
        />
      )}
    </Field>
  );
}

function DestinationHelp({ destination, path }: { destination: string; path: string }) {
  if (destination.trim() === '') {
    return (
      <>
        Your server. Every delivery is sent on to it, and it decides what the provider is answered.
      </>
    );
  }
  if (destinationProblem(destination) !== null) return <>Your server, as a full URL.</>;
  const base = path.replace(/\/$/, '');
  const remote = !isLoopback(destination);
  return (
    <>
      <span className="wire text-[11.5px]">{base}/a</span> goes to{' '}
      <span className="wire break-all text-[11.5px]">{forwardedUrl(destination, '/a')}</span>
      {remote ? (
        <span className="mt-1 block text-warn">
          This is not your machine: headers and bodies will leave it. You are asked once before
          anything is sent.
        </span>
      ) : null}
    </>
  );
}
