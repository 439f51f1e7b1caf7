// How the Standard Webhooks specification signs, which many providers follow to the letter, some of them
// with the header names of Svix, where it comes from.
// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

import type { ContentRuleSpec } from './content-spec.ts';
import type { HmacRule } from './provider.ts';

/** `headers` is what the names begin with; `version` what stands before each signature. */
export function standardContent(headers: 'webhook' | 'svix', version: 'v1,' | 'v1a,') {
  return {
    signature: {
      in: 'header',
      name: `${headers}-signature`,
      style: 'list',
      separator: ' ',
      prefix: version,
    },
    signedContent: '{id}.{timestamp}.{body}',
    timestamp: { from: `header:${headers}-timestamp`, unit: 's', tolerance: 300 },
  } satisfies ContentRuleSpec;
}

/** The symmetric scheme, v1. */
export function standardRule(headers: 'webhook' | 'svix' = 'webhook'): HmacRule {
  return {
    scheme: 'hmac',
    hash: 'sha256',
    encoding: 'base64',
    key: 'base64-after-prefix:whsec_',
    ...standardContent(headers, 'v1,'),
  };
}
