// Writes a note on a delivery, or the same one on several.

import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { Dialog } from '../../components/Dialog.tsx';
import { TextArea } from '../../components/TextInput.tsx';
import { call } from '../../host.ts';
import { counted } from '../../lib/format.ts';
import { FormError } from '../confirm/FormError.tsx';
import { FormFooter } from '../confirm/FormFooter.tsx';
import { useSubmit } from '../confirm/use-submit.ts';

const MAX_LENGTH = 4000;

export interface NoteDialogProps {
  ids: string[];
  /** What is written so far; empty for none. */
  note: string;
  onClose: () => void;
}

export function NoteDialog({ ids, note, onClose }: NoteDialogProps) {
  const formId = useId();
  const [text, setText] = useState(note);
  const { pending, error, run } = useSubmit();
  const save = () =>
    run(async () => {
      const written = text.trim();
      await call('deliveries.annotate', { ids, note: written === '' ? null : written });
      onClose();
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    save();
  };
  return (
    <Dialog
      open
      size="md"
      title={ids.length === 1 ? 'Note' : `Note on ${counted(ids.length, 'delivery', 'deliveries')}`}
      description="It stays on this machine. The search finds it with note:…"
      onClose={onClose}
      footer={
        <FormFooter formId={formId} onCancel={onClose} pending={pending} busyLabel="Saving">
          Save
        </FormFooter>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-2">
        <TextArea
          data-first-focus
          aria-label="Note"
          rows={5}
          maxLength={MAX_LENGTH}
          placeholder="What is worth remembering about it"
          value={text}
          onValue={setText}
          onKeyDown={submitByKey}
        />
        <FormError message={error} />
      </form>
    </Dialog>
  );
}
