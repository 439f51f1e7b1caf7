// The buttons below a dialog's form: one that leaves it be, one that sends it.

import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { SubmitButton } from './SubmitButton.tsx';

export interface FormFooterProps {
  /** The id of the form that is sent. */
  formId: string;
  onCancel: () => void;
  pending: boolean;
  /** Shown in place of the label while it takes long: "Saving". */
  busyLabel: string;
  disabled?: boolean;
  /** What sending does: "Save". */
  children: ReactNode;
}

export function FormFooter({ formId, onCancel, children, ...rest }: FormFooterProps) {
  return (
    <>
      <Button onClick={onCancel}>Cancel</Button>
      <SubmitButton type="submit" form={formId} variant="primary" {...rest}>
        {children}
      </SubmitButton>
    </>
  );
}
