// What a handshake brought and was told, in words, and what is left to do about it.

import type { Attempt, Delivery, HandshakeDetail, ProviderInfo } from '../../../shared/model.ts';
import type { Statement } from './answer-words.ts';

type Told = Pick<Delivery, 'handshakeDetail' | 'attempts'>;
type Named = Pick<ProviderInfo, 'name'> | null;

/** What the user has to decide; the pane offers a button for it. */
export type HandshakeStep = 'call-back' | 'store-secret' | null;

/** Longer answers are better looked at elsewhere. */
const MAX_QUOTED = 120;

/** Behind who answered and when: what the answer was, and what follows from it. */
export function handshakeStatements(delivery: Told, provider: Named): Statement[] {
  const { handshakeDetail: detail } = delivery;
  if (detail === null) return [];
  const who = provider?.name ?? 'the provider';
  return [
    ...answered(detail),
    ...noted(detail),
    ...secretWords(detail, who),
    ...callWords(delivery, who),
  ];
}

export function handshakeStep(delivery: Told): HandshakeStep {
  const { handshakeDetail: detail } = delivery;
  if (detail === null) return null;
  if (detail.callBack !== null) {
    const { outcome, status } = lastCall(delivery) ?? {};
    const isUnderWay = outcome === 'pending';
    return isUnderWay || isGood(status ?? null) ? null : 'call-back';
  }
  return detail.secret === 'offered' ? 'store-secret' : null;
}

function answered({ body, headers, note, status }: HandshakeDetail): Statement[] {
  // A refusal says in its note what its body says.
  if (body === null || (note !== null && status >= 400)) return [];
  const text = body.trim() || headers.map(([name, value]) => `${name}: ${value}`).join(', ');
  if (text === '' || text.length > MAX_QUOTED) return [];
  return [{ tone: 'mute', text: `The answer was ${text}` }];
}

function noted({ note, status }: HandshakeDetail): Statement[] {
  if (note === null) return [];
  return [{ tone: status === 403 || status === 503 ? 'bad' : 'warn', text: note }];
}

function secretWords({ secret }: HandshakeDetail, who: string): Statement[] {
  switch (secret) {
    case null:
      return [];
    case 'stored':
      return [
        {
          tone: 'ok',
          text: 'Its signing secret is stored for this endpoint: what comes is verified with it.',
        },
      ];
    case 'offered':
      return [
        {
          tone: 'warn',
          text: `It brought a signing secret, but this endpoint has one already. Store it if you have just made a webhook at ${who}: anyone who knows the URL can send one.`,
        },
      ];
  }
}

function callWords(delivery: Told, who: string): Statement[] {
  const { callBack = null } = delivery.handshakeDetail ?? {};
  if (callBack === null) return [];
  const { host } = new URL(callBack);
  const call = lastCall(delivery);
  if (call === null) {
    const text = `${upperFirst(who)} waits until its own address ${host} is called, to confirm.`;
    return [{ tone: 'warn', text }];
  }
  if (call.outcome === 'pending') return [{ tone: 'mute', text: `${host} is being called.` }];
  if (call.failure !== null) return [{ tone: 'bad', text: call.failure.message }];
  return isGood(call.status)
    ? [{ tone: 'ok', text: `Confirmed: ${host} was called and answered ${call.status}.` }]
    : [{ tone: 'bad', text: `${host} was called to confirm, but answered ${call.status}.` }];
}

function lastCall({ attempts }: Told): Attempt | null {
  return attempts.filter(({ trigger }) => trigger === 'handshake').at(-1) ?? null;
}

function isGood(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
