// What the provider is answered: what the destination says, or a fixed status, headers and body.

import { Plus, X } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { TextArea, TextInput } from '../../components/TextInput.tsx';
import { type HeaderRow, withHeader, withHeaderChange, withoutHeader } from './endpoint-form.ts';
import type { FieldState } from './field-state.ts';

export function AnswerFields({ fields }: { fields: FieldState }) {
  const { form, change } = fields;
  const forwarding = form.forwardTo.trim() !== '';
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1.5 font-medium text-ink">What the provider is answered</legend>
      <div>
        <Segmented
          label="What the provider is answered"
          value={form.mode}
          onValue={(mode) => change({ mode })}
          options={[
            { value: 'forward', label: 'My server\u2019s answer' },
            { value: 'canned', label: 'A fixed answer' },
          ]}
        />
        <p className="mt-1.5 text-ink3 text-sm">{modeWords(form.mode === 'forward', forwarding)}</p>
      </div>
      {form.mode === 'forward' && forwarding ? null : <FixedAnswer fields={fields} />}
    </fieldset>
  );
}

function modeWords(fromServer: boolean, forwarding: boolean): string {
  if (!fromServer) {
    return forwarding
      ? 'The provider gets this answer at once; your server\u2019s own is only recorded.'
      : 'The provider gets this answer.';
  }
  return forwarding
    ? 'Your server\u2019s status, headers and body are passed on. While it is down the provider gets 502, after the time limit 504.'
    : 'Nothing is forwarded yet. Until then the provider gets this fixed answer.';
}

function FixedAnswer({ fields }: { fields: FieldState }) {
  const { form, change, errorOf, touch } = fields;
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Status" error={errorOf('status')}>
          {(control) => (
            <TextInput
              {...control}
              wire
              inputMode="numeric"
              value={form.status}
              onValue={(status) => change({ status })}
              onBlur={() => touch('status')}
            />
          )}
        </Field>
        <Field label="Delay in milliseconds" error={errorOf('delay')}>
          {(control) => (
            <TextInput
              {...control}
              wire
              inputMode="numeric"
              value={form.delay}
              placeholder="0"
              onValue={(delay) => change({ delay })}
              onBlur={() => touch('delay')}
            />
          )}
        </Field>
      </div>
      <AnswerHeaders fields={fields} />
      <Field label="Body" optional error={errorOf('body')}>
        {(control) => (
          <TextArea
            {...control}
            wire
            rows={3}
            value={form.body}
            placeholder={'{"ok":true}'}
            onValue={(body) => change({ body })}
            onBlur={() => touch('body')}
          />
        )}
      </Field>
    </>
  );
}

function AnswerHeaders({ fields }: { fields: FieldState }) {
  const { headers } = fields.form;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center justify-between">
        <span className="font-medium text-ink">Headers</span>
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" />}
          onClick={() => fields.change((form) => withHeader(form))}
        >
          Add a header
        </Button>
      </div>
      {headers.length === 0 ? (
        <p className="text-ink3 text-sm">None, besides the length and the date.</p>
      ) : (
        headers.map((row, index) => (
          <HeaderLine key={row.key} row={row} number={index + 1} fields={fields} />
        ))
      )}
    </div>
  );
}

function HeaderLine({
  row,
  number,
  fields,
}: {
  row: HeaderRow;
  number: number;
  fields: FieldState;
}) {
  const field = `header.${row.key}`;
  const error = fields.errorOf(field);
  const errorId = `answer-${field}`;
  const shared = {
    wire: true,
    'aria-invalid': error === null ? undefined : true,
    'aria-describedby': error === null ? undefined : errorId,
    onBlur: () => fields.touch(field),
  } as const;
  const set = (part: 'name' | 'value') => (text: string) =>
    fields.change((form) => withHeaderChange(form, row.key, { [part]: text }));
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <TextInput
          {...shared}
          aria-label={`Name of header ${number}`}
          className="w-52! flex-none"
          placeholder="Content-Type"
          value={row.name}
          onValue={set('name')}
        />
        <TextInput
          {...shared}
          aria-label={`Value of header ${number}`}
          placeholder="application/json"
          value={row.value}
          onValue={set('value')}
        />
        <IconButton
          label={`Remove header ${number}`}
          icon={<X aria-hidden="true" />}
          onClick={() => fields.change((form) => withoutHeader(form, row.key))}
        />
      </div>
      {error === null ? null : (
        <p id={errorId} role="alert" className="text-bad text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
