// For an endpoint without a provider: who the headers look like, and a button that sets it.

import { Sparkles } from 'lucide-react';
import { Button } from '../../components/Button.tsx';
import { useView } from '../../state/view.ts';
import type { DeliveryContext } from './context.ts';

const MAX_GUESSES = 3;

export function Guesses({ context }: { context: DeliveryContext }) {
  const open = useView((view) => view.open);
  const { delivery, endpoint } = context;
  if (endpoint === null || endpoint.provider !== null || delivery.guesses.length === 0) return null;
  return (
    <section className="rounded-card border border-line px-[15px] py-[13px]">
      <h3 className="flex items-center gap-2">
        <Sparkles aria-hidden="true" className="size-3.5 flex-none text-accent" />
        This looks like {delivery.guesses[0]?.name}
      </h3>
      <ul className="mt-2 flex flex-col gap-2">
        {delivery.guesses.slice(0, MAX_GUESSES).map((guess, index) => (
          <li key={guess.provider} className="flex items-center gap-3">
            <span className="wrap-anywhere min-w-0 flex-1 text-ink2">
              {index === 0 ? sentence(guess.reason) : `Or ${guess.name}: ${guess.reason}.`}
            </span>
            <Button
              size="sm"
              variant={index === 0 ? 'primary' : 'default'}
              aria-label={`Set provider to ${guess.name}`}
              onClick={() =>
                open({ kind: 'endpoint', endpointId: endpoint.id, provider: guess.provider })
              }
            >
              Set provider
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Reasons are clauses: `it has a Stripe-Signature header`. */
function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
