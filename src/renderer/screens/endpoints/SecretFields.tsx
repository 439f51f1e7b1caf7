// The signing secrets of an endpoint: kept ones by their last four characters, new ones pasted and never shown again.

import { Plus } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { useApp } from '../../state/app.ts';
import { type SecretRow, withSecret } from './endpoint-form.ts';
import type { FieldState } from './field-state.ts';
import { KeptSecret } from './KeptSecret.tsx';
import { NewSecret } from './NewSecret.tsx';

export interface SecretFieldsProps {
  fields: FieldState;
  /** What the provider's secrets look like, in words; null when nothing is known. */
  hint: string | null;
  focused: boolean;
}

export function SecretFields({ fields, hint, focused }: SecretFieldsProps) {
  const { secrets } = fields.form;
  const toPaste = secrets.find(({ kind }) => kind === 'new');
  const inFile = useApp((app) => app.notices.find(({ code }) => code === 'secrets-in-file'));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 font-medium text-ink">
        Signing secrets <span className="font-normal text-ink3">(optional)</span>
      </legend>
      {secrets.map((row, index) => (
        <SecretLine
          key={row.key}
          row={row}
          number={index + 1}
          fields={fields}
          focused={focused && row === toPaste}
        />
      ))}
      <div className="flex items-start justify-between gap-4">
        <p className="text-ink3 text-sm">{secretHelp(hint, secrets.length)}</p>
        <Button
          size="sm"
          data-first-focus={(focused && toPaste === undefined) || undefined}
          icon={<Plus aria-hidden="true" />}
          onClick={() => fields.change(withSecret)}
        >
          Add a secret
        </Button>
      </div>
      {inFile === undefined ? null : (
        <p className="break-words text-ink3 text-sm">{inFile.message}</p>
      )}
    </fieldset>
  );
}

function secretHelp(hint: string | null, count: number): string {
  if (count > 1) return 'All of them are tried, and the verdict says which one matched.';
  return hint ?? 'Stored on this machine and never shown again.';
}

interface SecretLineProps {
  row: SecretRow;
  number: number;
  fields: FieldState;
  focused: boolean;
}

function SecretLine({ row, number, fields, focused }: SecretLineProps) {
  return row.kind === 'kept' ? (
    <KeptSecret row={row} number={number} fields={fields} />
  ) : (
    <NewSecret row={row} number={number} fields={fields} focused={focused} />
  );
}
