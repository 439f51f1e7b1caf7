// By its form the secret is something else: an API key, a token, the secret of another mode. Nothing
// can be tried here, so nothing is claimed to match.

import type { Finding } from '../../../../shared/model.ts';
import type { Case } from './case.ts';

interface Kind {
  like: RegExp;
  /** What it is, for people. */
  is: string;
  /** Only for these providers, where the form alone does not tell. */
  providers?: readonly string[];
}

const KINDS: readonly Kind[] = [
  { like: /^[sr]k_(?:live|test)_/, is: 'a secret API key (sk_… or rk_…)' },
  { like: /^pk_(?:live|test)_/, is: 'a publishable API key (pk_…)' },
  { like: /^xox[abeoprs]-/, is: 'a Slack token (xox…)' },
  { like: /^xapp-/, is: "a Slack app's token (xapp-…)" },
  { like: /^(?:gh[opsur]_|github_pat_)/, is: 'a GitHub access token' },
  { like: /^glpat-/, is: 'a GitLab access token' },
  { like: /^shp(?:at|ca|pa)_/, is: 'a Shopify access token' },
  { like: /^EAA[A-Za-z0-9]{20,}$/, is: 'an access token of Meta' },
  { like: /^SG\.[\w-]{10,}\./, is: 'a SendGrid API key' },
  { like: /^AC[0-9a-f]{32}$/, is: 'a Twilio account SID' },
  { like: /^SK[0-9a-f]{32}$/, is: 'the SID of a Twilio API key' },
  { like: /^we_[A-Za-z0-9]{10,}$/, is: 'the id of a Stripe endpoint (we_…)' },
  { like: /^https?:\/\//, is: 'a URL' },
  { like: /^-----BEGIN [A-Z ]*PRIVATE KEY-----/, is: 'a private key' },
  // Slack's page shows both: the signing secret has 32 hexadecimal digits.
  { like: /^(?![0-9a-f]+$)[A-Za-z0-9]{24}$/, is: 'a verification token', providers: ['slack'] },
];

const SYMMETRIC = new Set(['hmac', 'digest', 'token', 'basic-auth']);

/** A secret whose form is that of something else than the provider asks for. */
export function secretKind({ secrets, provider, sender, rules }: Case): Finding | null {
  const hint = provider.secretHint ?? '';
  for (const { label, value } of secrets) {
    const text = value.trim();
    const is =
      KINDS.find(
        ({ like, providers }) =>
          like.test(text) && (providers === undefined || providers.includes(provider.id)),
      )?.is ?? publicKeyOf(text, rules);
    if (is === null || isAskedFor(text, hint)) continue;
    return {
      cause: 'secret-kind',
      message: `By its form, "${label}" is ${is}, which does not sign webhooks.`,
      proof: `It looks like ${is}; this is told from its form alone.`,
      fix: `Enter the secret that ${sender} signs with.${hint === '' ? '' : ` ${hint}`}`,
      side: 'here',
    };
  }
  return null;
}

function publicKeyOf(text: string, rules: Case['rules']): string | null {
  const isKey = /^-----BEGIN (?:RSA |EC )?(?:PUBLIC KEY|CERTIFICATE)-----/.test(text);
  return isKey && rules.every(({ scheme }) => SYMMETRIC.has(scheme)) ? 'a public key' : null;
}

/** Some do sign with an API key: their hint says how it begins. */
function isAskedFor(text: string, hint: string): boolean {
  const [start = ''] = /^[A-Za-z]+[_.-]/.exec(text) ?? [];
  return start !== '' && hint.includes(start);
}

type Mode = 'test' | 'live';

/** The request says that it is of one mode, and every secret that it is of the other. */
export function secretMode({ view, secrets, sender }: Case): Finding | null {
  const modes = new Set(secrets.map(({ label, value }) => modeOfSecret(label, value)));
  const [other] = modes;
  if (modes.size !== 1 || other === null || other === undefined) return null;
  const mode = modeOfRequest(view.jsonAt([]));
  if (mode === null || mode === other) return null;
  return {
    cause: 'secret-mode',
    message: `The request is of ${mode} mode, and the secret here is of ${other} mode.`,
    proof: `The body says ${mode} mode; the secret says ${other} in its form or its name.`,
    fix: `Enter the secret that ${sender} shows in ${mode} mode; each mode has its own.`,
    side: 'here',
  };
}

function modeOfRequest(body: unknown): Mode | null {
  if (typeof body !== 'object' || body === null) return null;
  const {
    livemode,
    live_mode = livemode,
    test,
    test_mode = test,
    mode,
  } = body as Record<string, unknown>;
  if (typeof live_mode === 'boolean') return live_mode ? 'live' : 'test';
  if (typeof test_mode === 'boolean') return test_mode ? 'test' : 'live';
  if (mode === 'test' || mode === 'live') return mode;
  return null;
}

function modeOfSecret(label: string, value: string): Mode | null {
  const [, inForm] = /(?:^|[_-])(test|live)[_-]/.exec(value) ?? [];
  const word = inForm ?? /\b(test|sandbox|live|production)\b/i.exec(label)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  return word === 'test' || word === 'sandbox' ? 'test' : 'live';
}
