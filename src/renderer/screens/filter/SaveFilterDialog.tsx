// Names a filter that is to be kept, or gives a kept one another name.

import { type FormEvent, useId, useState } from 'react';
import type { SavedFilter } from '../../../shared/finding.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { call } from '../../host.ts';
import { FormError } from '../confirm/FormError.tsx';
import { FormFooter } from '../confirm/FormFooter.tsx';
import { useSubmit } from '../confirm/use-submit.ts';
import { tagWords } from './field-text.ts';

export interface SaveFilterDialogProps {
  /** `id` null for a new one. */
  filter: Pick<SavedFilter, 'name' | 'query'> & { id: string | null };
  onClose: () => void;
}

export function SaveFilterDialog({ filter, onClose }: SaveFilterDialogProps) {
  const { id, query } = filter;
  const formId = useId();
  const [name, setName] = useState(filter.name);
  const { pending, error, run } = useSubmit();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    run(async () => {
      await call('filters.save', { ...(id === null ? {} : { id }), name, query });
      onClose();
    });
  };
  return (
    <Dialog
      open
      size="sm"
      title={id === null ? 'Save the filter' : 'Rename the filter'}
      onClose={onClose}
      footer={
        <FormFooter
          formId={formId}
          onCancel={onClose}
          disabled={name.trim() === ''}
          pending={pending}
          busyLabel="Saving"
        >
          Save
        </FormFooter>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-2">
        <TextInput
          data-first-focus
          aria-label="Name"
          placeholder="Name"
          maxLength={100}
          value={name}
          onValue={setName}
        />
        <p className="wire wrap-anywhere max-h-32 overflow-y-auto rounded-md bg-bg px-2 py-1 text-ink2">
          {query}
        </p>
        <p className="wrap-anywhere line-clamp-4 text-ink3 text-sm">{tagWords(query).reading}</p>
        <FormError message={error} />
      </form>
    </Dialog>
  );
}
