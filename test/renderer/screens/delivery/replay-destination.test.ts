// Replaying again goes where the attempt went, not one path deeper.

import { describe, expect, it } from 'vitest';
import { destinationBehind } from '../../../../src/renderer/screens/delivery/replay-destination.ts';

const base = 'http://localhost:3000';

describe('destinationBehind', () => {
  it.each([
    // destination, request, endpoint, the URL it went to
    [`${base}/hooks`, '/pocketbook/a?b=1', '/pocketbook', `${base}/hooks/a?b=1`],
    [`${base}/hooks`, '/pocketbook', '/pocketbook', `${base}/hooks`],
    [base, '/a/b', '/', `${base}/a/b`],
    [`${base}/`, '/', '/', `${base}/`],
    [`${base}/hooks?key=1`, '/p/a?b=1', '/p', `${base}/hooks/a?key=1&b=1`],
    [`${base}/hooks?key=1`, '/p/a', '/p/', `${base}/hooks/a?key=1`],
  ])('is %s for %s on %s', (destination, target, endpointPath, url) => {
    expect(destinationBehind(url, target, endpointPath)).toBe(destination);
  });

  it('is nothing when the endpoint has moved since', () => {
    expect(destinationBehind(`${base}/hooks/a`, '/old/b', '/new')).toBeNull();
    expect(destinationBehind(`${base}/hooks/a?x=1`, '/p/a?y=2', '/p')).toBeNull();
  });
});
