// The URL that was signed is not the one that we take the provider to call.

import { getHeader } from '../../../../shared/headers.ts';
import { compileTemplate } from '../template.ts';
import { publicUrlParts } from '../url-parts.ts';
import type { Case, Hypothesis } from './case.ts';

export const urlVariant: Hypothesis = {
  rulesOut:
    'the URL with http or https, with or without port, slash at its end and query, decoded, of the local receiver, and of earlier tunnels',
  *tries(subject) {
    if (!subject.rules.some(coversUrl)) return;
    const { view, sender } = subject;
    const own = view.publicUrl;
    const origins = originsOf(subject);
    const known = own === null ? view.target : publicUrlParts(own)['url.target'];
    const [target = known, ...otherTargets] = [
      ...new Set([...targetsOf(known), ...targetsOf(view.target)]),
    ];
    const pairs = [
      ...origins.map((origin) => [origin, target] as const),
      ...otherTargets.flatMap((other) => origins.map((origin) => [origin, other] as const)),
    ];
    for (const [publicOrigin, changed] of pairs) {
      const url = publicOrigin + changed;
      if (url === own) continue;
      yield {
        request: { publicOrigin, target: changed, calledUrl: null },
        finding: {
          cause: 'url-variant',
          message: `${sender} signed another URL than the one that it is taken to call.`,
          proof: `The signature matches the URL ${short(url)}${own === null ? '' : `, not ${short(own)}`}.`,
          fix: `Register the URL at ${sender} exactly as it is called, or set the public URL here to the one that ${sender} has.`,
          side: 'here',
          suggestion: { kind: 'public-url', url },
        },
      };
    }
  },
};

/** Nobody compares longer ones by eye; the suggestion has all of it. */
const LONGEST_SHOWN = 400;

function short(url: string): string {
  return url.length <= LONGEST_SHOWN ? url : `${url.slice(0, LONGEST_SHOWN - 1)}…`;
}

function coversUrl(rule: Case['rules'][number]): boolean {
  if (rule.scheme === 'jwt') {
    const { claims, urlHash, requestHash } = rule;
    return Boolean(urlHash ?? requestHash) || JSON.stringify(claims ?? {}).includes('{url');
  }
  if (!('signedContent' in rule)) return false;
  const template = compileTemplate(rule.signedContent);
  return !('problem' in template) && template.coversUrl;
}

/** The likeliest first; each once. */
function originsOf({ view, origins }: Case): string[] {
  const own = view.publicUrl === null ? null : originOf(view.publicUrl);
  const hosts = [
    getHeader(view.headers, 'x-forwarded-host'),
    getHeader(view.headers, 'x-original-host'),
    getHeader(view.headers, 'host'),
  ].flatMap((host) =>
    host === null || !/^[\w.:[\]-]{1,255}$/.test(host) ? [] : [`https://${host}`],
  );
  const known = [...(own === null ? [] : [own]), ...origins, ...hosts];
  return [...new Set(known.flatMap(variantsOf))];
}

const originOf = (url: string) =>
  url.slice(0, url.length - publicUrlParts(url)['url.target'].length);

const PORTS = { http: '80', https: '443' } as const;

function variantsOf(origin: string): string[] {
  const [, scheme, host = '', port] = /^(https?):\/\/(.*?)(?::(\d+))?$/i.exec(origin) ?? [];
  if (scheme === undefined) return [origin];
  const names = host === '127.0.0.1' ? [host, 'localhost'] : [host];
  return names.flatMap((name) => {
    const plain = (['https', 'http'] as const).flatMap((each) => [
      `${each}://${name}`,
      `${each}://${name}:${PORTS[each]}`,
      ...(port === undefined ? [] : [`${each}://${name}:${port}`]),
    ]);
    return [origin, ...plain];
  });
}

function targetsOf(target: string): string[] {
  const [path = '', ...rest] = target.split('?');
  const query = rest.length === 0 ? '' : `?${rest.join('?')}`;
  const slashed = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  return [
    ...new Set([
      target,
      slashed + query,
      path + decoded(query),
      decoded(target),
      path,
      slashed,
      path + query.replaceAll('+', '%20'),
      path + query.replaceAll('%20', '+'),
      `/${query}`,
      '',
    ]),
  ];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
