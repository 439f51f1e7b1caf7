// The question about a destination as a promise, for dialogs that ask it in the midst of saving.

import { type ReactNode, useState } from 'react';
import { ConfirmDestination } from './ConfirmDestination.tsx';
import { useReturnFocus } from './dialog-focus.ts';

export interface DestinationConsent {
  /** True once the user allowed the destination and the host remembers it. */
  ask(url: string): Promise<boolean>;
  /** To be rendered beside the asking dialog. */
  dialog: ReactNode;
}

export function useDestinationConsent(): DestinationConsent {
  const [question, setQuestion] = useState<{
    url: string;
    answer: (allowed: boolean) => void;
  } | null>(null);
  useReturnFocus(question !== null);
  const ask = (url: string) =>
    new Promise<boolean>((answer) => {
      setQuestion({ url, answer });
    });
  if (question === null) return { ask, dialog: null };
  const { url, answer } = question;
  const dialog = (
    <ConfirmDestination
      url={url}
      onAnswer={(allowed) => {
        setQuestion(null);
        answer(allowed);
      }}
    />
  );
  return { ask, dialog };
}
