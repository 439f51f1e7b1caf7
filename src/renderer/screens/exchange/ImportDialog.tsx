// Brings deliveries in: a file, or a request pasted as text.

import { FileUp } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { useApp } from '../../state/app.ts';
import { importFile } from '../../state/exchange.ts';
import { FormError } from '../confirm/FormError.tsx';
import { SubmitButton } from '../confirm/SubmitButton.tsx';

const BY_PATH = 'by path';

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [endpoint, setEndpoint] = useState(BY_PATH);
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const formId = useId();

  const take = async (file: Blob) => {
    setPending(true);
    setError(null);
    try {
      await importFile(file, endpoint === BY_PATH ? null : endpoint);
      onClose();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
    } finally {
      setPending(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') setError('Choose a file, or paste a request first.');
    else if (!pending) void take(new Blob([text]));
  };
  return (
    <Dialog
      open
      size="lg"
      title="Import deliveries"
      description="Nobody is answered and nothing is forwarded. Signatures are checked as of when each was received."
      onClose={onClose}
      footer={
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <FormError message={error} />
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>Cancel</Button>
            <SubmitButton
              type="submit"
              form={formId}
              variant="primary"
              pending={pending}
              busyLabel="Importing"
            >
              Import
            </SubmitButton>
          </div>
        </div>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <FileChoice onFile={(file) => void take(file)} />
        <Field label="Or paste a request" help="A curl command, or a raw HTTP request.">
          {(control) => (
            <textarea
              {...control}
              value={text}
              onChange={(event) => setText(event.target.value)}
              spellCheck={false}
              rows={6}
              placeholder={'curl https://example.com/webhooks -d …'}
              className="wire w-full resize-none rounded-control border border-edge/60 bg-panel px-2.5 py-2 text-ink hover:border-edge"
            />
          )}
        </Field>
        <EndpointChoice value={endpoint} onValue={setEndpoint} />
      </form>
    </Dialog>
  );
}

function FileChoice({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex items-center gap-3 rounded-card border border-edge/60 border-dashed px-4 py-3.5">
      <FileUp aria-hidden="true" className="size-5 flex-none text-ink3" />
      <p className="min-w-0 flex-1 text-ink2">
        A .hookglass or HAR file, or a raw request. Or drop it anywhere on the window.
      </p>
      <Button data-first-focus onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="File to import"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}

interface EndpointChoiceProps {
  value: string;
  onValue: (value: string) => void;
}

function EndpointChoice({ value, onValue }: EndpointChoiceProps) {
  const endpoints = useApp((app) => app.endpoints);
  const options = [
    { value: BY_PATH, label: 'By its path' },
    ...endpoints.map(({ id, name, path }) => ({ value: id, label: `${name} (${path})` })),
  ];
  return (
    <Field label="Endpoint" help="Its provider and secrets are what each delivery is checked with.">
      {(control) => <Select {...control} value={value} onValue={onValue} options={options} />}
    </Field>
  );
}
