// Asks the public URL whether it leads to this receiver, and says in words who answered instead.

import { startDeadline } from './deadline.ts';
import { type HttpResult, httpGet } from './http-get.ts';
import { describeNetworkFailure } from './network-words.ts';
import type { Probe } from './probe.ts';

export interface PublicCheckOptions {
  publicUrl: string;
  probe: Probe;
  timeoutMs: number;
  signal: AbortSignal;
}

export type PublicCheck =
  | { outcome: 'reached' }
  /** The tunnel does not work. The reasons are clauses without a full stop. */
  | { outcome: 'failed'; reason: string }
  /** The tunnel server answers in our place; registering again would change nothing. */
  | { outcome: 'blocked'; reason: string }
  /** The check did not get as far as the tunnel server; deliveries from elsewhere may. */
  | { outcome: 'unknown'; reason: string };

/** Never rejects; aborting it answers `failed` at once. */
export async function checkPublicUrl(options: PublicCheckOptions): Promise<PublicCheck> {
  const { publicUrl, probe, timeoutMs } = options;
  const { path, headers, answer, withdraw } = probe.issue();
  const { signal, clear } = startDeadline(timeoutMs, options.signal);
  try {
    const result = await httpGet(new URL(publicUrl + path), { headers, signal });
    if (result.outcome === 'failure') {
      const reason = describeNetworkFailure(publicUrl, result.code, timeoutMs);
      return { outcome: isOnOurSide(result.code) ? 'unknown' : 'failed', reason };
    }
    return result.status === 200 && result.body === answer
      ? { outcome: 'reached' }
      : describeStranger(publicUrl, result);
  } finally {
    clear();
    withdraw();
  }
}

// A name that only this machine's DNS refuses, or a certificate that only this machine distrusts, is
// no reason to take down a tunnel that senders may well reach. Without any network it makes no odds.
function isOnOurSide(code: string): boolean {
  return /^(ENOTFOUND|EAI_|ENET|EHOSTUNREACH|EADDRNOTAVAIL)|CERT|UNABLE_TO_/.test(code);
}

type Answer = Extract<HttpResult, { outcome: 'answer' }>;

function describeStranger(publicUrl: string, answer: Answer): PublicCheck {
  if (isReminderPage(answer)) {
    return {
      outcome: 'blocked',
      reason: `${publicUrl} shows the tunnel server's reminder page, which asks for a password, instead of passing requests on; if deliveries do not arrive, use another tunnel server`,
    };
  }
  return { outcome: 'failed', reason: describeStatus(publicUrl, answer.status) };
}

function describeStatus(publicUrl: string, status: number): string {
  switch (status) {
    case 404:
      return `The tunnel server no longer knows ${publicUrl} (it answered 404)`;
    case 408:
    case 502:
    case 503:
    case 504:
      return `The tunnel server is overloaded or cannot reach this machine (it answered ${status})`;
    default:
      return status >= 200 && status < 300
        ? `${publicUrl} is answered by somebody else: it leads to another machine now`
        : `${publicUrl} answered ${status} instead of passing the check on to this machine`;
  }
}

// loca.lt's page has had several texts and statuses (200, 401, 511); these words were in all.
function isReminderPage({ status, headers, body }: Answer): boolean {
  if (status === 511) return true;
  const isHtml = String(headers['content-type']).includes('html');
  return isHtml && /tunnel password|friendly reminder|served for free via/i.test(body);
}
