// What the doctor's tests share: a request is signed by hand as its provider does, something is done to
// it, and the doctor says what.

import { createHmac } from 'node:crypto';
import type { Knowledge } from '../../../../../src/main/engine/verify/doctor/case.ts';
import { diagnose } from '../../../../../src/main/engine/verify/doctor/diagnose.ts';
import type { Finding, FindingCause, Verdict } from '../../../../../src/shared/model.ts';
import { exampleSecret, signedRequest } from '../../../../support/signed-requests.ts';
import { ARRIVAL, type Message, NOON, type Setting, verdictOf } from '../judging.ts';

export const SECONDS = NOON / 1000;

/** The verdict after the doctor, who has all the time it wants. */
export function diagnosed(
  message: Message,
  setting: Setting,
  knowledge: Partial<Knowledge> = {},
  budgetMs = Number.POSITIVE_INFINITY,
): Verdict {
  const url = message.url === undefined ? null : new URL(message.url);
  const question = {
    request: {
      method: message.method ?? 'POST',
      target: url === null ? '/hook' : url.pathname + url.search,
      publicOrigin: url?.origin ?? null,
      headers: message.headers,
      body: { kind: 'memory' as const, bytes: Buffer.from(message.body) },
    },
    config: {
      provider: setting.provider,
      providerOptions: setting.options ?? {},
      toleranceSeconds: setting.tolerance ?? null,
      secrets: (setting.secrets ?? []).map((secret) =>
        typeof secret === 'string' ? { label: 'current', value: secret } : secret,
      ),
    },
    receivedAt: setting.receivedAt ?? ARRIVAL,
    verdict: verdictOf(message, setting),
    knowledge,
  };
  return diagnose(question, budgetMs, () => performance.now());
}

export function findingsOf(
  message: Message,
  setting: Setting,
  knowledge?: Partial<Knowledge>,
): Finding[] {
  return diagnosed(message, setting, knowledge).findings;
}

export function causesOf(
  message: Message,
  setting: Setting,
  knowledge?: Partial<Knowledge>,
): FindingCause[] {
  return findingsOf(message, setting, knowledge).map(({ cause }) => cause);
}

/** A delivery of the provider, signed with its example secret at noon. */
export function sent(provider: string, body: string | Buffer, secret = exampleSecret(provider)) {
  return signedRequest(provider, { secret, body, at: NOON });
}

/** Causes where `arrived` came in place of the body that the provider signed. */
export function causesOfBody(provider: string, signed: string | Buffer, arrived: string | Buffer) {
  const { headers } = sent(provider, signed);
  return causesOf({ headers, body: arrived }, { provider, secrets: [exampleSecret(provider)] });
}

export function hexHmac(hash: string, key: string | Buffer, text: string | Buffer): string {
  return createHmac(hash, key).update(text).digest('hex');
}
