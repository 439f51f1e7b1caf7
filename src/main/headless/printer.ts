// What the command prints: lines for people, or with --json one object a line for programs.

import { assertNever } from '../../shared/contract.ts';
import type { Attempt, Delivery, TunnelStatus } from '../../shared/model.ts';

export interface Ready {
  receiverUrl: string;
  uiUrl: string;
  apiUrl: string;
  token: string;
  publicUrl: string | null;
}

export type Line =
  | ({ type: 'ready' } & Ready)
  | { type: 'delivery'; delivery: Delivery }
  | { type: 'attempt'; attempt: Attempt }
  | { type: 'tunnel'; status: TunnelStatus }
  | { type: 'error'; error: { code: string; message: string } };

export type Print = (line: Line) => void;

/** Errors go to stderr for people, and to stdout like everything else for programs. */
export function createPrinter(json: boolean): Print {
  // A reader that went away must not take the receiver with it.
  process.stdout.on('error', () => {});
  if (json) return (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
  return (line) => {
    const text = inWords(line);
    if (text === null) return;
    (line.type === 'error' ? process.stderr : process.stdout).write(`${text}\n`);
  };
}

function inWords(line: Line): string | null {
  switch (line.type) {
    case 'ready':
      return [
        `Receiving on   ${line.receiverUrl}`,
        ...(line.publicUrl ? [`Public URL     ${line.publicUrl}`] : []),
        `Open           ${line.uiUrl}`,
      ].join('\n');
    case 'delivery':
      return deliveryInWords(line.delivery);
    case 'attempt':
      return attemptInWords(line.attempt);
    case 'tunnel':
      return tunnelInWords(line.status);
    case 'error':
      return line.error.message;
    default:
      return assertNever(line);
  }
}

function deliveryInWords(delivery: Delivery): string {
  const { receivedAt, method, target, eventType, verdict, response, durationMs } = delivery;
  const time = new Date(receivedAt).toLocaleTimeString('en-GB');
  const what = printable(eventType ? `${eventType} ${method} ${target}` : `${method} ${target}`);
  const why = verdict.reason && verdict.status !== 'unchecked' ? ` (${verdict.reason})` : '';
  const answer = response.status === null ? 'not answered' : `answered ${response.status}`;
  const took = durationMs === null ? '' : ` in ${Math.round(durationMs)} ms`;
  return `${time}  ${what}  ${verdict.status}${why}, ${answer}${took}`;
}

function attemptInWords({ outcome, trigger, destination, failure }: Attempt): string | null {
  if (outcome !== 'failure' || !failure) return null;
  return `          ${trigger} to ${printable(destination)}: ${failure.message}`;
}

function tunnelInWords({ state, publicUrl, reason, changedFrom }: TunnelStatus): string | null {
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

/** Text from the network must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\u00a1-\uffff]/g, '?').slice(0, 200);
}
