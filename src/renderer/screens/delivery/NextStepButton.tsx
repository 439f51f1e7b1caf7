// The button for what would help a verdict most: it opens the endpoint's settings at the right place.

import { Globe, KeyRound, Settings2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { type EndpointStart, useView } from '../../state/view.ts';
import type { DeliveryContext } from './context.ts';
import { leadingFinding, publicUrlToUse } from './finding-words.ts';
import type { NextStep } from './signature-words.ts';

/** True when the step is likelier than a replay, so that its button is the filled one. */
export function leads(next: NextStep): boolean {
  return next === 'add-secret' || next === 'use-url';
}

export function NextStepButton({ next, context }: { next: NextStep; context: DeliveryContext }) {
  const open = useView((view) => view.open);
  const { endpoint } = context;
  if (next === null || endpoint === null) return null;
  const step = stepOf(next, context, endpoint.path);
  if (step === null) return null;
  return (
    <Button
      variant={leads(next) ? 'primary' : 'default'}
      icon={step.icon}
      onClick={() => open({ kind: 'endpoint', endpointId: endpoint.id, ...step.start })}
    >
      {step.label}
    </Button>
  );
}

interface Step {
  label: string;
  icon: ReactNode;
  start: EndpointStart;
}

const key = <KeyRound aria-hidden="true" />;
const settings = <Settings2 aria-hidden="true" />;

/** Null when there is nothing that a button could do. */
function stepOf(
  next: Exclude<NextStep, null>,
  { delivery }: DeliveryContext,
  endpointPath: string,
): Step | null {
  switch (next) {
    case 'set-provider':
      return { label: 'Set a provider', icon: settings, start: { at: 'provider' } };
    case 'change-provider':
      return { label: 'Choose the provider', icon: settings, start: { at: 'provider' } };
    case 'add-secret':
      return { label: 'Add the signing secret', icon: key, start: { at: 'secrets' } };
    case 'check-secret':
      return { label: 'Check the signing secrets', icon: key, start: { at: 'secrets' } };
    case 'use-url': {
      const finding = leadingFinding(delivery.verdict);
      const url = finding && publicUrlToUse(finding, delivery.target, endpointPath);
      if (url === null) return null;
      const start: EndpointStart = { publicUrl: url, at: 'publicUrl' };
      return { label: 'Use this URL', icon: <Globe aria-hidden="true" />, start };
    }
  }
}
