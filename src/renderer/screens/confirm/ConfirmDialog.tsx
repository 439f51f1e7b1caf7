// Asks before something is lost. Cancel has the focus, so that a stray Enter destroys nothing.

import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FormError } from './FormError.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { useSubmit } from './use-submit.ts';

export interface ConfirmDialogProps {
  title: string;
  message: string;
  /** What the button does, as a verb: "Delete endpoint". */
  action: string;
  /** The word for not doing it. */
  cancel?: string;
  /** Does it and closes this dialog. When it fails the dialog stays and says why. */
  onConfirmed: () => void | Promise<void>;
  /** The user said no. */
  onClose: () => void;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, message, action, cancel = 'Cancel', onConfirmed, onClose } = props;
  const { pending, error, run } = useSubmit();
  const confirm = () =>
    run(async () => {
      await onConfirmed();
    });
  return (
    <Dialog
      open
      size="sm"
      title={title}
      description={message}
      onClose={onClose}
      footer={
        <>
          <Button data-first-focus onClick={onClose}>
            {cancel}
          </Button>
          <SubmitButton variant="danger" pending={pending} busyLabel="Working" onClick={confirm}>
            {action}
          </SubmitButton>
        </>
      }
    >
      {error === null ? undefined : <FormError message={error} />}
    </Dialog>
  );
}
