// What the doctor suggests, as the button that does it says it, and what is said once it is done.

import { assertNever } from '../../shared/assert-never.ts';
import type { Finding, Suggestion } from '../../shared/model.ts';

const LONGEST = 32;

/** What the button says. */
export function suggestionLabel(suggestion: Suggestion, cause: Finding['cause']): string {
  switch (suggestion.kind) {
    case 'public-url':
      return 'Use this URL';
    case 'mend-secret':
      return cause === 'secret-prefix'
        ? 'Use the secret as it was signed with'
        : 'Use the secret without it';
    case 'restore-secret':
      return 'Accept the earlier secret again';
    case 'tolerance':
      return `Set the tolerance to ${toleranceWords(suggestion.seconds)}`;
    case 'provider':
      return `Set the provider to ${suggestion.name}`;
    case 'option':
      return `Set “${suggestion.label}” to ${cut(suggestion.value)}`;
    default:
      return assertNever(suggestion);
  }
}

/** What was set, once it is. */
export function suggestionDone(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'public-url':
      return `The public URL is ${suggestion.url} now`;
    case 'mend-secret':
      return `The secret “${suggestion.label}” was mended`;
    case 'restore-secret':
      return `The secret “${suggestion.label}” is accepted again`;
    case 'tolerance':
      return `The tolerance is ${toleranceWords(suggestion.seconds)} now`;
    case 'provider':
      return `The provider is ${suggestion.name} now`;
    case 'option':
      return `“${suggestion.label}” is ${cut(suggestion.value)} now`;
    default:
      return assertNever(suggestion);
  }
}

/** `7200` is `2 h`. */
function toleranceWords(seconds: number): string {
  if (seconds % 86_400 === 0) return `${seconds / 86_400} d`;
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
