// The request was signed with a secret that we know, but that is not this endpoint's: another
// endpoint's, or one that this endpoint had before.

import type { Hypothesis } from './case.ts';

export const otherEndpoint: Hypothesis = {
  rulesOut: 'the secrets of the other endpoints',
  *tries({ neighbours, sender }) {
    for (const { endpoint, label, value } of neighbours) {
      yield {
        secrets: [{ label, value }],
        finding: {
          cause: 'secret-of-another-endpoint',
          message: `It is signed with the secret "${label}" of the endpoint "${endpoint}".`,
          proof: 'The signature matches that secret.',
          fix: `Have ${sender} send this to the URL of "${endpoint}", or add that secret to this endpoint.`,
          side: 'here',
        },
      };
    }
  },
};

export const formerSecret: Hypothesis = {
  rulesOut: 'the secrets that this endpoint had before',
  *tries({ former, sender }) {
    for (const { label, value } of former) {
      yield {
        secrets: [{ label, value }],
        finding: {
          cause: 'secret-previous',
          message: `It is signed with the secret "${label}", which this endpoint had before.`,
          proof: 'The signature matches that earlier secret.',
          fix: `Add the earlier secret again until ${sender} signs with the new one, or set the new one at ${sender}.`,
          side: 'here',
          suggestion: { kind: 'restore-secret', label },
        },
      };
    }
  },
};

/** An older delivery is looked at with the settings of today. */
export const changedSettings: Hypothesis = {
  rulesOut: null,
  *tries() {
    yield {
      finding: {
        cause: 'settings-changed',
        message: 'It matches as this endpoint is set up now; it was judged before that.',
        proof: 'The signature matches with the settings that this endpoint has now.',
        fix: 'Nothing is left to do for this one: deliveries that come from now on are judged by the settings of now.',
        side: 'here',
      },
    };
  },
};
