// What a request means for its endpoint: is it genuine, what is it about, does it want a special
// answer. Pure and synchronous; whatever the request holds, there is an answer and no exception.

import type { ReasonCode, Verdict } from '../../../shared/model.ts';
import { type CompiledProvider, compileProvider, type Options } from './compile.ts';
import { decryptBody } from './decrypt.ts';
import { COMMON_READERS, type EventFacts, readEvent } from './event.ts';
import { guessFrom } from './guess.ts';
import type { HandshakeAnswer } from './handshake.ts';
import type { FindKeys } from './keys/keys.ts';
import type { Provider } from './provider.ts';
import { findProvider } from './providers.ts';
import type { Judge, Secret, Tolerance, VerifyInput } from './scheme.ts';
import { judgeByTestKeys, type TestKey } from './test-keys.ts';
import { createView, type RequestView, type SignedRequest, withBody } from './view.ts';
import { abbreviate } from './words.ts';

export interface Interpretation extends EventFacts {
  verdict: Verdict;
  /** What the provider is to be answered when the request is its handshake. */
  handshake: HandshakeAnswer | null;
}

/** What an endpoint says about those who send to it. */
export interface VerifyConfig {
  provider: string | null;
  providerOptions: Options;
  toleranceSeconds: Tolerance;
  secrets: readonly Secret[];
  /** True when the endpoint has further secrets that this host cannot read. */
  lockedSecrets?: boolean;
  /** With which test events of this endpoint are signed. */
  testKeys?: readonly TestKey[];
  /** Keys that providers publish; without it none is there yet. */
  keys?: FindKeys | undefined;
}

/** `receivedAt` is in ms since the epoch; `complete` is false when the body did not arrive whole. */
export function interpret(
  request: SignedRequest & { complete: boolean },
  config: VerifyConfig,
  receivedAt: number,
): Interpretation {
  const view = createView(request, request.complete);
  const provider = config.provider === null ? null : findProvider(config.provider);
  if (provider === null) {
    const verdict = unchecked('no-provider', null, noProviderHint(config.provider));
    return { verdict, ...readEvent(COMMON_READERS, view), handshake: null };
  }
  const compiled = compileProvider(provider, config.providerOptions);
  const verdict = judge(compiled, view, request.complete, config, receivedAt);
  const { secrets } = config;
  const { eventType, messageId } = readEvent(compiled, openedView(provider, view, secrets));
  const handshake = request.complete
    ? (compiled.handshake?.({ view, verdict, secrets }) ?? null)
    : null;
  return { verdict, eventType, messageId, handshake };
}

/** The request with the body that its own holds, encrypted; itself where there is none to be had. */
function openedView(
  { encryption }: Provider,
  view: RequestView,
  secrets: readonly Secret[],
): RequestView {
  const inside = encryption === undefined ? null : decryptBody(encryption, view, secrets);
  return inside === null ? view : withBody(view, inside);
}

/** True when the provider may encrypt what it sends. */
export function encrypts(provider: string | null): boolean {
  return encryptionOf(provider) !== undefined;
}

/** What the endpoint's secrets open of an encrypted body; null where it is not, or they do not. */
export function decryptedText(
  request: SignedRequest,
  { provider, secrets }: Pick<VerifyConfig, 'provider' | 'secrets'>,
): string | null {
  const encryption = encryptionOf(provider);
  if (encryption === undefined) return null;
  return decryptBody(encryption, createView(request, true), secrets)?.toString() ?? null;
}

const encryptionOf = (provider: string | null): Provider['encryption'] =>
  provider === null ? undefined : findProvider(provider)?.encryption;

function noProviderHint(id: string | null): string {
  if (id === null) return 'No provider is set for this endpoint, so no signature is looked for.';
  return `The provider "${abbreviate(id)}" is not known to this version of Hookglass. Choose another one for this endpoint, or update Hookglass.`;
}

function judge(
  { provider, judges }: CompiledProvider,
  view: RequestView,
  complete: boolean,
  config: VerifyConfig,
  receivedAt: number,
): Verdict {
  if ('problem' in judges) {
    // Nothing is wrong with the request: there is no usable provider to judge it by.
    const hint = `${judges.problem} Correct the options of ${provider.name} for this endpoint.`;
    return unchecked('no-provider', null, hint);
  }
  const { scheme } = judges[0];
  if (!complete) {
    const hint =
      'The body did not arrive whole, so there is nothing to compare a signature with. Have it sent again.';
    return unchecked('body-incomplete', scheme, hint);
  }
  const { secrets, toleranceSeconds, lockedSecrets = false, testKeys = [], keys } = config;
  const input = { view, secrets, lockedSecrets, toleranceSeconds, receivedAt, keys };
  const own = testKeys.length === 0 ? null : judgeByTestKeys(provider, judges, input, testKeys);
  return own ?? withLikeness(judgeByRules(judges, input), provider.id, view);
}

/** The rules that fit are asked in their order; the first that verifies wins. */
function judgeByRules(judges: readonly [Judge, ...Judge[]], input: VerifyInput): Verdict {
  let best: Verdict | null = null;
  for (const rule of judges) {
    if (!rule.isPresent(input.view) || !rule.applies(input.view)) continue;
    const verdict = rule.verify(input);
    if (verdict.status === 'verified') return verdict;
    if (best === null || passed(verdict) > passed(best)) best = verdict;
  }
  return best ?? judges[0].verify(input);
}

/** Of several failures the one that came furthest is the one to tell. */
function passed({ checks }: Verdict): number {
  return checks.filter(({ ok }) => ok).length;
}

/** A request that lacks the provider's signature, or has one of another form, may be another's. */
function withLikeness(verdict: Verdict, providerId: string, view: RequestView): Verdict {
  const { reason, hint } = verdict;
  if (reason !== 'signature-missing' && reason !== 'signature-malformed') return verdict;
  const other = guessFrom(view).find(({ provider }) => provider !== 'hmac');
  if (other === undefined || other.provider === providerId) return verdict;
  return { ...verdict, hint: `${hint ?? ''} It looks like ${other.name}: ${other.reason}.`.trim() };
}

function unchecked(reason: ReasonCode, scheme: string | null, hint: string): Verdict {
  return {
    status: 'unchecked',
    scheme,
    reason,
    hint,
    findings: [],
    secretLabel: null,
    checks: [],
    warnings: [],
  };
}
