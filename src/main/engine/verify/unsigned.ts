// Providers that sign nothing and send no token: there is nothing to judge a request by.

import type { Judge, RuleContext } from './scheme.ts';

export interface UnsignedRule {
  scheme: 'none';
  /** What to do instead, as a sentence. */
  instead?: string;
}

export function unsigned({ instead }: UnsignedRule, { providerName }: RuleContext): Judge {
  const hint = `${providerName} does not sign what it sends, so nothing can be checked.${instead === undefined ? '' : ` ${instead}`}`;
  return {
    scheme: 'No signature',
    header: null,
    toleranceSeconds: null,
    applies: () => true,
    isPresent: () => true,
    verify: () => ({
      status: 'unchecked',
      scheme: 'No signature',
      reason: 'no-signature',
      hint,
      findings: [],
      secretLabel: null,
      checks: [],
      warnings: [],
    }),
    sign: ({ request }) => request,
  };
}
