// The button for what would help a verdict most: it does what the doctor suggests, or opens the
// endpoint's settings at the right place.

import { KeyRound, Settings2, Wrench } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { suggestionLabel } from '../../lib/suggestion-words.ts';
import { applyFix } from '../../state/apply-fix.ts';
import { type EndpointStart, useView } from '../../state/view.ts';
import type { DeliveryContext } from './context.ts';
import { leadingFindings } from './finding-words.ts';
import type { NextStep } from './signature-words.ts';

/** True when the step is likelier than a replay, so that its button is the filled one. */
export function leads(next: NextStep): boolean {
  return next === 'add-secret' || next === 'fix';
}

export function NextStepButton({ next, context }: { next: NextStep; context: DeliveryContext }) {
  const { endpoint } = context;
  if (next === null || endpoint === null) return null;
  if (next === 'fix' || next === 'allow') return <FixButton next={next} context={context} />;
  return <SettingsButton step={STEPS[next]} endpointId={endpoint.id} leading={leads(next)} />;
}

interface Step {
  label: string;
  icon: ReactNode;
  at: NonNullable<EndpointStart['at']>;
}

const key = <KeyRound aria-hidden="true" />;
const settings = <Settings2 aria-hidden="true" />;

const STEPS: Record<Exclude<NextStep, 'fix' | 'allow' | null>, Step> = {
  'set-provider': { label: 'Set a provider', icon: settings, at: 'provider' },
  'add-secret': { label: 'Add the signing secret', icon: key, at: 'secrets' },
  'check-secret': { label: 'Check the signing secrets', icon: key, at: 'secrets' },
};

interface SettingsButtonProps {
  step: Step;
  endpointId: string;
  leading: boolean;
}

function SettingsButton({ step: { label, icon, at }, endpointId, leading }: SettingsButtonProps) {
  const open = useView((view) => view.open);
  return (
    <Button
      variant={leading ? 'primary' : 'default'}
      icon={icon}
      onClick={() => open({ kind: 'endpoint', endpointId, at })}
    >
      {label}
    </Button>
  );
}

function FixButton({ next, context }: { next: NextStep; context: DeliveryContext }) {
  const [busy, setBusy] = useState(false);
  const { id, verdict } = context.delivery;
  const finding = leadingFindings(verdict).find(({ suggestion }) => suggestion !== undefined);
  if (finding?.suggestion === undefined) return null;
  const apply = () => {
    setBusy(true);
    void applyFix(id, finding).finally(() => setBusy(false));
  };
  return (
    <Button
      variant={leads(next) ? 'primary' : 'default'}
      icon={<Wrench aria-hidden="true" />}
      disabled={busy}
      onClick={apply}
    >
      {suggestionLabel(finding.suggestion, finding.cause)}
    </Button>
  );
}
