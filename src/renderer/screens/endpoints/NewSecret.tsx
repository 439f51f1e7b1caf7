// A secret being pasted: hidden unless asked for, and pointed out when something came along with it.

import { Eye, EyeOff } from 'lucide-react';
import { type ClipboardEvent, useId, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { TextArea, TextInput } from '../../components/TextInput.tsx';
import { type SecretRow, withSecretValue } from './endpoint-form.ts';
import type { FieldState } from './field-state.ts';
import { SecretRowFrame } from './SecretRowFrame.tsx';
import { secretFlaw } from './secret-text.ts';

export interface NewSecretProps {
  row: SecretRow & { kind: 'new' };
  number: number;
  fields: FieldState;
}

export function NewSecret({ row, number, fields }: NewSecretProps) {
  const [shown, setShown] = useState(false);
  const id = useId();
  const field = `secret.${row.key}`;
  const error = fields.errorOf(field);
  const flaw = secretFlaw(row.value);
  const set = (value: string) => fields.change((form) => withSecretValue(form, row.key, value));

  // A one-line input drops line breaks without a word; we keep them, to say that they are there.
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text');
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const from = selectionStart ?? value.length;
    set(value.slice(0, from) + text + value.slice(selectionEnd ?? from));
  };
  const shared = {
    'aria-label': `Secret ${number}`,
    'aria-invalid': error === null ? undefined : true,
    'aria-describedby': error === null && flaw === null ? undefined : id,
    wire: true,
    value: row.value,
    onValue: set,
    onBlur: () => fields.touch(field),
  } as const;
  return (
    <SecretRowFrame
      row={row}
      number={number}
      fields={fields}
      below={
        error !== null ? (
          <p id={id} role="alert" className="text-bad text-sm">
            {error}
          </p>
        ) : flaw !== null ? (
          <SecretWarning id={id} message={flaw.message} trimmed={flaw.trimmed} onTrim={set} />
        ) : undefined
      }
    >
      <div className="flex items-start gap-1">
        {/[\r\n]/.test(row.value) ? (
          <TextArea
            {...shared}
            rows={3}
            className={shown ? undefined : '[-webkit-text-security:disc]'}
          />
        ) : (
          <TextInput
            {...shared}
            type={shown ? 'text' : 'password'}
            autoComplete="new-password"
            placeholder="Paste the secret"
            onPaste={paste}
          />
        )}
        <IconButton
          label={shown ? 'Hide the secret' : 'Show the secret'}
          aria-pressed={shown}
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
