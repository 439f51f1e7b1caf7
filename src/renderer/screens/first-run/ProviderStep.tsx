// Step two: the default endpoint's dialog, and what was chosen in it.

import { Button } from '../../components/Button.tsx';
import { Glyph } from '../../components/Glyph.tsx';
import { counted } from '../../lib/format.ts';
import { useApp } from '../../state/app.ts';
import { useView } from '../../state/view.ts';
import { configured } from './first-run-steps.ts';

export function ProviderStep({ next }: { next: boolean }) {
  const endpoints = useApp((app) => app.endpoints);
  const providers = useApp((app) => app.providers);
  const ready = configured(endpoints);
  const target = ready ?? endpoints.find(({ isDefault }) => isDefault) ?? null;
  const provider = providers.find(({ id }) => id === ready?.provider) ?? null;
  const open = () =>
    useView.getState().open({ kind: 'endpoint', endpointId: target === null ? null : target.id });
  return (
    <>
      {ready === null ? (
        <p className="text-ink2">
          Then every delivery says whether its signature holds, and if not, why. The secret stays on
          this machine.
        </p>
      ) : (
        <p className="flex items-center gap-2 text-ink2">
          <Glyph name={provider?.name ?? null} />
          {provider?.name ?? ready.provider}, {counted(ready.secrets.length, 'secret', 'secrets')}
        </p>
      )}
      <div>
        <Button variant={next ? 'primary' : 'default'} onClick={open}>
          {ready === null ? 'Choose a provider' : 'Change'}
        </Button>
      </div>
    </>
  );
}
