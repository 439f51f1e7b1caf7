// One line of the list of secrets: its label, what stands for its value, and the button that removes it.

import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { type SecretRow, withoutSecret, withSecretLabel } from './endpoint-form.ts';
import type { FieldState } from './field-state.ts';

export interface SecretRowFrameProps {
  row: SecretRow;
  number: number;
  fields: FieldState;
  children: ReactNode;
  /** Warnings and explanations under the line. */
  below?: ReactNode;
}

export function SecretRowFrame({ row, number, fields, children, below }: SecretRowFrameProps) {
  const id = useId();
  const field = `label.${row.key}`;
  const error = fields.errorOf(field);
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-start gap-2">
        <TextInput
          aria-label={`Label of secret ${number}`}
          aria-invalid={error === null ? undefined : true}
          aria-describedby={error === null ? undefined : id}
          className="w-32! flex-none"
          value={row.label}
          placeholder="label"
          readOnly={row.kind === 'kept' && row.info.source === 'environment'}
          onValue={(label) => fields.change((form) => withSecretLabel(form, row.key, label))}
          onBlur={() => fields.touch(field)}
        />
        <div className="min-w-0 flex-1">{children}</div>
        <IconButton
          label={`Remove secret ${number}`}
          icon={<X aria-hidden="true" />}
          onClick={() => fields.change((form) => withoutSecret(form, row.key))}
        />
      </div>
      {error === null ? null : (
        <p id={id} role="alert" className="text-bad text-sm">
          {error}
        </p>
      )}
      {below}
    </div>
  );
}
