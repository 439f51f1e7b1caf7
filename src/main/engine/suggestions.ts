// What the doctor suggests, as it fits the endpoint: its settings say what a suggestion can lead to.

import type { Endpoint, Finding, Suggestion, Verdict } from '../../shared/model.ts';

type Settings = Pick<Endpoint, 'path' | 'secrets'>;

/** The verdict with suggestions that the endpoint's settings can follow; the others are left out. */
export function withFittingSuggestions(
  verdict: Verdict,
  endpoint: Settings,
  target: string,
): Verdict {
  const findings = verdict.findings.map((finding): Finding => {
    const { suggestion, ...rest } = finding;
    const fitting = suggestion && fittingOf(suggestion, endpoint, target);
    return fitting ? { ...rest, suggestion: fitting } : rest;
  });
  return { ...verdict, findings };
}

function fittingOf(
  suggestion: Suggestion,
  { path, secrets }: Settings,
  target: string,
): Suggestion | null {
  switch (suggestion.kind) {
    case 'public-url': {
      const url = publicUrlFor(suggestion.url, target, path);
      return url !== null && isUsable(url) ? { kind: 'public-url', url } : null;
    }
    case 'mend-secret': {
      // One that was given for this run only is not for us to store.
      const own = secrets.filter(({ label }) => label === suggestion.label);
      return own.some(({ source }) => source === 'stored') ? suggestion : null;
    }
    default:
      return suggestion;
  }
}

/** As an endpoint takes it. */
function isUsable(url: string): boolean {
  return url.length <= 4096 && /^https?:/i.test(url) && URL.canParse(url);
}

/**
 * What to set as the endpoint's public URL so that `called` is the URL that was called; null when no
 * setting would lead there, such as for a query that was written in another way.
 */
export function publicUrlFor(called: string, target: string, endpointPath: string): string | null {
  const [path, query] = cut(target);
  const [base, calledQuery] = cut(called);
  if (calledQuery !== query) return null;
  const prefix = endpointPath.replace(/\/$/, '');
  if (path !== prefix && !path.startsWith(`${prefix}/`)) return null;
  const behind = path.slice(prefix.length);
  // What comes behind the endpoint's path is put there for every request anew.
  if (behind === '' || behind === '/') return base;
  return base.endsWith(behind) ? base.slice(0, base.length - behind.length) : null;
}

function cut(url: string): [beforeQuery: string, query: string] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
}
