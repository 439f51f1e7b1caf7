// The field that a secret is pasted into: one line, or several where the secret has line breaks.

import type { ClipboardEvent } from 'react';
import { TextArea, TextInput } from '../../components/TextInput.tsx';

export interface SecretInputProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** Readable instead of dots. */
  shown: boolean;
  /** Has the focus when the dialog opens. */
  focused: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  onBlur: () => void;
}

const lineBreak = /[\r\n]/;

export function SecretInput(props: SecretInputProps) {
  const { label, value, onValue, shown, focused, invalid, describedBy, onBlur } = props;
  const shared = {
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    'data-first-focus': focused || undefined,
    wire: true,
    value,
    onValue,
    onBlur,
  } as const;
  // A one-line input drops line breaks without a word; we keep them, to say that they are there.
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text');
    if (!lineBreak.test(text)) return;
    event.preventDefault();
    const { value: before, selectionStart, selectionEnd } = event.currentTarget;
    const from = selectionStart ?? before.length;
    onValue(before.slice(0, from) + text + before.slice(selectionEnd ?? from));
  };
  if (lineBreak.test(value)) {
    const hidden = shown ? {} : { className: '[-webkit-text-security:disc]' };
    return <TextArea {...shared} {...hidden} rows={3} />;
  }
  return (
    <TextInput
      {...shared}
      type={shown ? 'text' : 'password'}
      autoComplete="new-password"
      placeholder="Paste the secret"
      onPaste={paste}
    />
  );
}
