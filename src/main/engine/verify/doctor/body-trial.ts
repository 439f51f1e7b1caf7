// What all hypotheses on the body share: the trial of other bytes, and who is to mend it.

import type { FindingCause } from '../../../../shared/model.ts';
import type { Case, Trial } from './case.ts';

export interface BodyChange {
  bytes: Buffer;
  cause: FindingCause;
  /** What happened to the body after it was signed, as a sentence. */
  message: string;
  /** Completes "The signature matches …". */
  matches: string;
}

/** A body that was changed after it was signed is for whoever stands between to leave alone. */
export function bodyTrial({ sender }: Case, { bytes, cause, message, matches }: BodyChange): Trial {
  return {
    request: { body: { kind: 'memory', bytes } },
    finding: {
      cause,
      message,
      proof: `The signature matches ${matches}.`,
      fix: `Find what stands between ${sender} and here, and have it pass the bytes of the body on as they are. If nothing does, the sender signs other bytes than it sends.`,
      side: 'between',
    },
  };
}

/** Larger bodies are not written anew: that takes longer than there is time. */
export const MAX_REWRITTEN_BYTES = 1024 * 1024;
