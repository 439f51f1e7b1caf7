// The button for what would help a verdict most: it opens the endpoint's settings.

import { Settings2 } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { useView } from '../../state/view.ts';
import type { DeliveryContext } from './context.ts';
import type { NextStep } from './signature-words.ts';

const LABELS: Record<Exclude<NextStep, null>, string> = {
  'set-provider': 'Set a provider',
  'add-secret': 'Add the signing secret',
  'check-secret': 'Check the signing secrets',
};

/** True when the step is likelier than a replay, so that its button is the filled one. */
export function leads(next: NextStep): boolean {
  return next === 'add-secret';
}

export function NextStepButton({ next, context }: { next: NextStep; context: DeliveryContext }) {
  const open = useView((view) => view.open);
  const { endpoint } = context;
  if (next === null || endpoint === null) return null;
  return (
    <Button
      variant={leads(next) ? 'primary' : 'default'}
      icon={<Settings2 aria-hidden="true" />}
      onClick={() => open({ kind: 'endpoint', endpointId: endpoint.id })}
    >
      {LABELS[next]}
    </Button>
  );
}
