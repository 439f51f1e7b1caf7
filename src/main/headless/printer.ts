// What the command prints: lines for people, or with --json one object a line for programs.

import { assertNever } from '../../shared/assert-never.ts';
import type { Attempt, Delivery, Finding, TunnelStatus } from '../../shared/model.ts';
import { createOutput, type Output } from './output.ts';
import { attemptInWords, deliveryInWords, findingsInWords, tunnelInWords } from './words.ts';

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
  /** Why a delivery was not verified, once that was found out: after its own line. */
  | { type: 'findings'; deliveryId: string; findings: Finding[] }
  | { type: 'attempt'; attempt: Attempt }
  | { type: 'tunnel'; status: TunnelStatus }
  | { type: 'error'; error: { code: string; message: string } };

export interface Printer {
  line(line: Line): void;
  /** The delivery is made only when it is printed: thousands a second are not. */
  delivery(make: () => Delivery): void;
}

/** Errors go to stderr for people, and to stdout like everything else for programs. */
export function createPrinter(json: boolean): Printer {
  return json ? jsonPrinter() : wordsPrinter();
}

function jsonPrinter(): Printer {
  const output = createOutput(process.stdout, (count) => {
    const message = `${count} lines were left out because what was printed before was not read.`;
    return JSON.stringify({ type: 'error', error: { code: 'output-behind', message } });
  });
  const line = (given: Line) => output.write(JSON.stringify(given), isImportant(given));
  return { line, delivery: (make) => line({ type: 'delivery', delivery: make() }) };
}

function isImportant({ type }: Line): boolean {
  return type !== 'delivery' && type !== 'attempt' && type !== 'findings';
}

/** Nobody reads more than this; the list is in the interface. */
const MAX_LINES_PER_SECOND = 30;

function wordsPrinter(): Printer {
  const left = (count: number) => `          … and ${count} more`;
  const out = createOutput(process.stdout, left);
  const err = createOutput(process.stderr, left);
  const hasRoom = createPace(out, left);
  return {
    line(line) {
      const text = inWords(line);
      if (text === null || (isOfDelivery(line) && !hasRoom())) return;
      (line.type === 'error' ? err : out).write(text, isImportant(line));
    },
    delivery(make) {
      if (hasRoom()) out.write(deliveryInWords(make()), false);
    },
  };
}

/** Of these there may be thousands a second. */
function isOfDelivery({ type }: Line): boolean {
  return type === 'attempt' || type === 'findings';
}

/** True for the first lines of each second; tells at its end how many there were besides. */
function createPace(out: Output, left: (count: number) => string): () => boolean {
  let seen = 0;
  function endSecond(): void {
    if (seen > MAX_LINES_PER_SECOND) out.write(left(seen - MAX_LINES_PER_SECOND), false);
    seen = 0;
  }
  return () => {
    if (seen === 0) setTimeout(endSecond, 1000).unref();
    return ++seen <= MAX_LINES_PER_SECOND;
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
    case 'findings':
      return findingsInWords(line.findings);
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
