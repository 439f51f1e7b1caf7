// A secret being pasted: hidden unless asked for, and pointed out when something came along with it.

import { Eye, EyeOff } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { type SecretRow, withSecretValue } from './endpoint-form.ts';
import type { FieldState } from './field-state.ts';
import { SecretInput } from './SecretInput.tsx';
import { SecretRowFrame } from './SecretRowFrame.tsx';
import { secretFlaw } from './secret-text.ts';

export interface NewSecretProps {
  row: SecretRow & { kind: 'new' };
  number: number;
  fields: FieldState;
  /** It is what the dialog was opened for. */
  focused: boolean;
}

export function NewSecret({ row, number, fields, focused }: NewSecretProps) {
  const [shown, setShown] = useState(false);
  const id = useId();
  const field = `secret.${row.key}`;
  const error = fields.errorOf(field);
  const flaw = error === null ? secretFlaw(row.value) : null;
  const set = (value: string) => fields.change((form) => withSecretValue(form, row.key, value));
  return (
    <SecretRowFrame
      row={row}
      number={number}
      fields={fields}
      below={
        <>
          {error === null ? null : (
            <p id={id} role="alert" className="text-bad text-sm">
              {error}
            </p>
          )}
          {flaw === null ? null : <SecretWarning id={id} {...flaw} onTrim={set} />}
        </>
      }
    >
      <div className="flex items-start gap-1">
        <SecretInput
          label={`Secret ${number}`}
          value={row.value}
          onValue={set}
          shown={shown}
          focused={focused}
          invalid={error !== null}
          describedBy={error === null && flaw === null ? undefined : id}
          onBlur={() => fields.touch(field)}
        />
        <IconButton
          label={shown ? 'Hide the secret' : 'Show the secret'}
          icon={shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          onClick={() => setShown(!shown)}
        />
      </div>
    </SecretRowFrame>
  );
}

interface SecretWarningProps {
  id: string;
  message: string;
  trimmed: string | null;
  onTrim: (value: string) => void;
}

function SecretWarning({ id, message, trimmed, onTrim }: SecretWarningProps) {
  return (
    <div className="flex items-center justify-between gap-3 rounded-control bg-warnbg px-2.5 py-1.5 text-warn">
      <p id={id} role="status">
        {message}
      </p>
      {trimmed === null ? null : (
        <Button size="sm" onClick={() => onTrim(trimmed)}>
          Remove it
        </Button>
      )}
    </div>
  );
}
