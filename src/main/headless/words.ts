// What the command says to people of what happens, a line each.

import { assertNever } from '../../shared/assert-never.ts';
import type { Attempt, Delivery, Finding, TunnelStatus } from '../../shared/model.ts';
import { deliveryWords } from '../cli/delivery-words.ts';
import { printable } from '../cli/printable.ts';

/** Made at the first delivery: making it takes some 20 ms, which the start need not wait for. */
let clock: Intl.DateTimeFormat | null = null;

function timeOf(receivedAt: string): string {
  clock ??= new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
  return clock.format(Date.parse(receivedAt));
}

export function deliveryInWords(delivery: Delivery): string {
  return `${timeOf(delivery.receivedAt)}  ${deliveryWords(delivery)}`;
}

/** The cause alone: what to do about it is in the interface. Null where none was found. */
export function findingsInWords(findings: readonly Finding[]): string | null {
  const known = findings.filter(({ cause }) => cause !== 'unknown');
  if (known.length === 0) return null;
  return known.map(({ message }) => `          ${printable(message)}`).join('\n');
}

/** Only failures: that an answer came is said with the delivery. */
export function attemptInWords({ outcome, trigger, destination, failure }: Attempt): string | null {
  if (outcome !== 'failure' || !failure) return null;
  return `          ${trigger} to ${printable(destination)}: ${failure.message}`;
}

export function tunnelInWords(status: TunnelStatus): string | null {
  const { state, publicUrl, reason, changedFrom } = status;
  switch (state) {
    case 'online': {
      const changed = changedFrom ? ` (it was ${changedFrom}: change it where you pasted it)` : '';
      return `Public URL     ${publicUrl}${changed}`;
    }
    case 'degraded':
    case 'reconnecting':
    case 'failed':
      return `Public URL     ${state}: ${reason ?? 'no reason given'}`;
    case 'off':
    case 'connecting':
      return null;
    default:
      return assertNever(state);
  }
}
