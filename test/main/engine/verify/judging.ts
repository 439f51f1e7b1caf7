// What the tests of verification share: judging a hand-made request, and changing one on its way.

import { type Interpretation, interpret } from '../../../../src/main/engine/verify/index.ts';
import type { Secret } from '../../../../src/main/engine/verify/scheme.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';
import type { Verdict } from '../../../../src/shared/model.ts';

/** A moment that ends in a fraction of a second, as real arrivals do. */
export const NOON = Date.parse('2026-03-04T12:00:00Z');
export const ARRIVAL = NOON + 1_234;

export interface Message {
  method?: string;
  /** The URL that the provider calls, when that matters. */
  url?: string | undefined;
  headers: HeaderList;
  body: Buffer | string;
}

export interface Setting {
  provider: string | null;
  secrets?: (Secret | string)[];
  options?: Record<string, string>;
  tolerance?: number | null;
  receivedAt?: number;
  locked?: boolean;
  complete?: boolean;
}

export function interpreted(message: Message, setting: Setting): Interpretation {
  const secrets = (setting.secrets ?? []).map((secret) =>
    typeof secret === 'string' ? { label: 'current', value: secret } : secret,
  );
  const url = message.url === undefined ? null : new URL(message.url);
  return interpret(
    {
      method: message.method ?? 'POST',
      target: url === null ? '/hook' : url.pathname + url.search,
      publicOrigin: url?.origin ?? null,
      headers: message.headers,
      body: { kind: 'memory', bytes: Buffer.from(message.body) },
      complete: setting.complete ?? true,
    },
    {
      provider: setting.provider,
      providerOptions: setting.options ?? {},
      toleranceSeconds: setting.tolerance ?? null,
      secrets,
      lockedSecrets: setting.locked ?? false,
    },
    setting.receivedAt ?? ARRIVAL,
  );
}

export function verdictOf(message: Message, setting: Setting): Verdict {
  return interpreted(message, setting).verdict;
}

/** `header-present+ well-formed+ timestamp- signature+` */
export function checksOf({ checks }: Verdict): string {
  return checks.map(({ name, ok }) => `${name}${ok ? '+' : '-'}`).join(' ');
}

export function detailOf(verdict: Verdict, name: Verdict['checks'][number]['name']): string | null {
  return verdict.checks.find((check) => check.name === name)?.detail ?? null;
}

/** The headers with the value of one changed; null removes it. Throws when it is not there. */
export function changed(
  headers: HeaderList,
  name: string,
  change: (value: string) => string | null,
): HeaderList {
  let seen = false;
  const result = headers.flatMap(([candidate, value]): HeaderList => {
    if (candidate.toLowerCase() !== name.toLowerCase()) return [[candidate, value]];
    seen = true;
    const next = change(value);
    return next === null ? [] : [[candidate, next]];
  });
  if (!seen) throw new Error(`no ${name} header to change`);
  return result;
}
