// The endpoint's secret is right, but the request is signed the way another provider does.

import { openRules } from '../compile.ts';
import { guessFrom } from '../guess.ts';
import { findProvider } from '../providers.ts';
import type { Hypothesis } from './case.ts';

const MAX_TRIED = 4;

export const otherProvider: Hypothesis = {
  rulesOut: 'the ways of the providers that it looks like',
  *tries({ provider, view }) {
    const guesses = guessFrom(view).filter(({ provider: id }) => id !== provider.id);
    for (const { provider: id, name, reason } of guesses.slice(0, MAX_TRIED)) {
      const other = findProvider(id);
      if (other === null) continue;
      yield {
        rules: openRules(other, {}),
        finding: {
          cause: 'other-provider',
          message: `It is signed the way ${name} does, and ${provider.name} is set here.`,
          proof: `The signature matches when it is verified as ${name}'s: ${reason}.`,
          fix: `Set the provider to ${name}.`,
          side: 'here',
          suggestion: { kind: 'provider', provider: id, name },
        },
      };
    }
  },
};
