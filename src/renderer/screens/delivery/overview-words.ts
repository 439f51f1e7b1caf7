// The whole story of a delivery in a title and a few statements, the most telling first.

import { assertNever } from '../../../shared/assert-never.ts';
import type { Delivery, DeliveryState, ProviderInfo } from '../../../shared/model.ts';
import { namelessRequest, requestLine } from '../../lib/request-name.ts';
import type { Tone } from '../../lib/verdict.ts';
import { answerStatement, answerTrouble, lateStatement, type Statement } from './answer-words.ts';
import { handshakeStatements } from './handshake-words.ts';
import { signatureConclusion } from './signature-words.ts';

export interface Story {
  tone: Tone;
  title: string;
  statements: Statement[];
}

/** What a delivery is called: its event type, or what was requested, or our own words where nobody knows. */
export function deliveryTitle(
  delivery: Pick<Delivery, 'eventType' | 'method' | 'target' | 'state'>,
): string {
  if (delivery.eventType !== null && delivery.eventType !== '') return delivery.eventType;
  return requestLine(delivery) ?? namelessRequest(delivery);
}

/** The conclusion on everything that is known. */
export function tellStory(delivery: Delivery, provider: ProviderInfo | null): Story {
  const signature = signatureConclusion(delivery, provider);
  const late = lateStatement(delivery, provider);
  const answer = answerStatement(delivery, provider);
  const outcome = [
    ...(late === null ? [] : [late]),
    answer,
    ...handshakeStatements(delivery, provider),
  ];
  const trouble = troubleTitle(delivery.state);
  if (trouble !== null) {
    const problem: Statement[] =
      delivery.problem === null ? [] : [{ tone: 'bad', text: delivery.problem }];
    return { tone: 'bad', title: trouble, statements: [...problem, answer] };
  }
  const but = answerTrouble(delivery, provider);
  if (but !== null && delivery.verdict.status !== 'failed') {
    const proof = { tone: signature.tone, text: `${signature.title}.` };
    const verified = delivery.verdict.status === 'verified';
    const title = verified ? `Genuine, but ${but}` : upperFirst(but);
    return { tone: 'bad', title, statements: [...outcome, proof] };
  }
  const proof: Statement[] =
    signature.text === '' ? [] : [{ tone: signature.tone, text: signature.text }];
  return { tone: signature.tone, title: signature.title, statements: [...proof, ...outcome] };
}

function troubleTitle(state: DeliveryState): string | null {
  switch (state) {
    case 'complete':
      return null;
    case 'aborted':
      return 'The sender hung up before the request was complete';
    case 'malformed':
      return 'This was not a valid HTTP request';
    case 'oversized':
      return 'The body was larger than the limit';
    default:
      return assertNever(state);
  }
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
