// The first run: three steps in the empty stream, each showing whether it is done. Not a wall: everything else works meanwhile.

import { useState } from 'react';
import { assertNever } from '../../../shared/assert-never.ts';
import { Button } from '../../components/Button.tsx';
import { call } from '../../host.ts';
import { useApp } from '../../state/app.ts';
import { FormError } from '../confirm/FormError.tsx';
import { useSubmit } from '../confirm/use-submit.ts';
import { firstRunSteps, type Step } from './first-run-steps.ts';
import { ProviderStep } from './ProviderStep.tsx';
import { StepCard } from './StepCard.tsx';
import { TestStep } from './TestStep.tsx';
import { UrlStep } from './UrlStep.tsx';

export function FirstRun() {
  const tunnel = useApp((app) => app.tunnel);
  const endpoints = useApp((app) => app.endpoints);
  const stats = useApp((app) => app.stats);
  const [copiedLocalUrl, setCopied] = useState(false);
  const steps = firstRunSteps({ tunnel, endpoints, stats, copiedLocalUrl });
  const { error, run } = useSubmit();
  const finish = () =>
    run(() => call('settings.update', { firstRunDone: true }).then(() => undefined));

  return (
    <section
      aria-labelledby="first-run-title"
      className="mx-auto flex min-h-full w-full max-w-[560px] flex-col justify-center gap-4 px-6 py-8"
    >
      <header>
        <h2 id="first-run-title" className="text-ink text-xl">
          Receive your first webhook
        </h2>
        <p className="mt-1 text-ink2">Stored byte for byte, checked, and sent on to your server.</p>
      </header>
      <ol className="flex flex-col gap-2.5">
        {steps.map((step, index) => (
          <StepCard key={step.name} number={index + 1} step={step}>
            <StepContent step={step} onCopyLocal={() => setCopied(true)} />
          </StepCard>
        ))}
      </ol>
      <FormError message={error} />
      <footer className="flex items-center justify-between gap-4">
        <p className="text-ink3 text-sm">This guide goes away with the first delivery.</p>
        <Button variant="ghost" size="sm" onClick={finish}>
          Skip the guide
        </Button>
      </footer>
    </section>
  );
}

function StepContent({ step, onCopyLocal }: { step: Step; onCopyLocal: () => void }) {
  const { name, next } = step;
  switch (name) {
    case 'url':
      return <UrlStep next={next} onCopyLocal={onCopyLocal} />;
    case 'provider':
      return <ProviderStep next={next} />;
    case 'test':
      return <TestStep next={next} />;
    default:
      return assertNever(name);
  }
}
