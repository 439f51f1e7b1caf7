// Step three: a signed sample from Hookglass to itself, which takes the way of every other delivery.

import { Send } from 'lucide-react';
import { call } from '../../host.ts';
import { useApp } from '../../state/app.ts';
import { indexOf, useStream } from '../../state/stream.ts';
import { useView } from '../../state/view.ts';
import { FormError } from '../confirm/FormError.tsx';
import { SubmitButton } from '../confirm/SubmitButton.tsx';
import { useSubmit } from '../confirm/use-submit.ts';
import { configured } from './first-run-steps.ts';

export function TestStep({ next }: { next: boolean }) {
  const endpoints = useApp((app) => app.endpoints);
  const providers = useApp((app) => app.providers);
  const { pending, error, run } = useSubmit();
  const ready = configured(endpoints);
  const target = ready ?? endpoints.find(({ isDefault }) => isDefault) ?? null;
  const name = providers.find(({ id }) => id === ready?.provider)?.name ?? null;
  const send = () => {
    if (target === null) return;
    run(async () => {
      await call('deliveries.sendTest', { endpointId: target.id });
      await call('settings.update', { firstRunDone: true });
      // What the guide was for is now in the list: the guide goes, and the delivery is shown.
      const { items } = await call('deliveries.list', { endpointId: target.id, limit: 1 });
      const [newest] = items;
      if (newest !== undefined) selectOnceListed(newest.id);
    });
  };
  return (
    <>
      <p className="text-ink2">
        {name === null
          ? 'A sample without a signature is sent to this receiver: you see how a delivery arrives. With a provider and its secret it is signed.'
          : `A sample event of ${name}, signed with your secret, is sent to this receiver.`}
      </p>
      <div>
        <SubmitButton
          variant={next ? 'primary' : 'default'}
          icon={<Send aria-hidden="true" />}
          pending={pending}
          busyLabel="Sending"
          onClick={send}
        >
          Send a test delivery
        </SubmitButton>
      </div>
      <FormError message={error} />
    </>
  );
}

/** Selected before it is in the list it would count as one that came while another was being read. */
function selectOnceListed(id: string): void {
  const settled = () => {
    const chosen = useView.getState().selectedId !== null;
    const listed = indexOf(useStream.getState(), id) !== -1;
    if (listed && !chosen) useView.getState().select(id);
    return chosen || listed;
  };
  if (settled()) return;
  const stop = useStream.subscribe(() => {
    if (settled()) stop();
  });
}
