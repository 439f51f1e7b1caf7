// Takes deliveries out as a file: which, as what, and whether with their credentials.

import { type FormEvent, useId, useState } from 'react';
import type { ExportFormat } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useApp } from '../../state/app.ts';
import { exportDeliveries } from '../../state/exchange.ts';
import { useView } from '../../state/view.ts';
import { type ExportView, formats, whatToExport } from './export-words.ts';
import { FormatChoice } from './FormatChoice.tsx';

export interface ExportDialogProps {
  /** Those that were chosen; none for what the list shows. */
  ids: string[];
  onClose: () => void;
}

export function ExportDialog({ ids, onClose }: ExportDialogProps) {
  const choices = useChoices(ids);
  const [what, setWhat] = useState(choices[0]?.value ?? 'all');
  const [format, setFormat] = useState<ExportFormat>('hookglass');
  const [redact, setRedact] = useState(false);
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    const chosen = choices.find(({ value }) => value === what);
    void exportDeliveries({ ...chosen?.input, format, redact });
  };
  return (
    <Dialog
      open
      title="Export deliveries"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary">
            Export
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Which">
          {(control) => (
            <Select {...control} value={what} onValue={setWhat} options={[...choices]} />
          )}
        </Field>
        <FormatChoice value={format} onValue={setFormat} options={formats} />
        <Redaction checked={redact} onChecked={setRedact} />
      </form>
    </Dialog>
  );
}

function useChoices(ids: string[]) {
  const { endpointId, only, query } = useView();
  const endpoints = useApp((app) => app.endpoints);
  const name = endpoints.find(({ id }) => id === endpointId)?.name ?? null;
  const total = useApp((app) => app.stats.deliveries);
  const view: ExportView = { ids, endpointId, endpointName: name, only, query, total };
  return whatToExport(view);
}

interface RedactionProps {
  checked: boolean;
  onChecked: (checked: boolean) => void;
}

function Redaction({ checked, onChecked }: RedactionProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <div className="pt-px">
        <Switch id={id} checked={checked} onChecked={onChecked} aria-describedby={`${id}-help`} />
      </div>
      <div>
        <label htmlFor={id} className="font-medium text-ink">
          Leave out passwords, cookies and tokens
        </label>
        <p id={`${id}-help`} className="mt-0.5 text-ink3 text-sm">
          Those in headers and addresses. Signatures and bodies stay as they are. Your signing
          secrets are never in the file.
        </p>
      </div>
    </div>
  );
}
