// Atlassian's canonical requests, as its own library (atlassian-jwt) writes them.

import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { requestHash } from '../../../../src/main/engine/verify/jwt-request-hash.ts';

it.each([
  ['GET', '/rest/api/2/issue', '', 'GET&/rest/api/2/issue&'],
  ['post', '/app/hook/', '/app', 'POST&/hook&'],
  ['POST', '/app', '/app/', 'POST&/&'],
  ['POST', '/a&b', '/', 'POST&/a%26b&'],
  ['POST', '/x?b=2&a=1&jwt=t', '/', 'POST&/x&a=1&b=2'],
  ['POST', '/x?a=z&a=b%20c', '', 'POST&/x&a=b%20c,z'],
  ['POST', '/x?a=(1)*!%27~', '', 'POST&/x&a=%281%29%2A%21%27~'],
])('hashes %s %s, relative to %j', (method, target, base, canonical) => {
  const expected = createHash('sha256').update(canonical).digest('hex');
  expect(requestHash(method, target, base)).toBe(expected);
});
