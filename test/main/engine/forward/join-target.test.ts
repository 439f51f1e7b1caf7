// Where a request goes, for every shape of endpoint, target and destination.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinTarget } from '../../../../src/main/engine/forward/join-target.ts';

const HOOKS = 'http://localhost:3000/hooks';
const ROOT = 'http://localhost:3000';

describe('joinTarget', () => {
  it.each([
    // endpoint, target, destination, path
    ['/pocketbook', '/pocketbook/a?b=1', HOOKS, '/hooks/a?b=1'],
    ['/pocketbook', '/pocketbook', HOOKS, '/hooks'],
    ['/pocketbook', '/pocketbook?b=1', HOOKS, '/hooks?b=1'],
    ['/pocketbook', '/pocketbook/', HOOKS, '/hooks/'],
    ['/pocketbook', '/pocketbook/a/', HOOKS, '/hooks/a/'],
    ['/pocketbook', '/pocketbook/a', `${HOOKS}/`, '/hooks/a'],
    ['/pocketbook', '/pocketbook', `${HOOKS}/`, '/hooks/'],
    ['/pocketbook', '/pocketbook', ROOT, '/'],
    ['/pocketbook', '/pocketbook/a', ROOT, '/a'],
    ['/pocketbook', '/pocketbook/', ROOT, '/'],
    ['/pocketbook/', '/pocketbook/a', HOOKS, '/hooks/a'],
    ['/a/b', '/a/b/c', HOOKS, '/hooks/c'],
    ['/', '/', HOOKS, '/hooks'],
    ['/', '/?x', HOOKS, '/hooks?x'],
    ['/', '/a/b', HOOKS, '/hooks/a/b'],
    ['/', '/a', ROOT, '/a'],
    ['/', '/', ROOT, '/'],
    ['/', '//a//b', HOOKS, '/hooks//a//b'],
    // Not below the prefix: nothing is cut off.
    ['/pocketbook', '/pocketbooks/a', HOOKS, '/hooks/pocketbooks/a'],
    ['/pocketbook', '/other', HOOKS, '/hooks/other'],
    // Absolute form, and targets that name no path.
    ['/pocketbook', 'http://x.example:81/pocketbook/a?b', HOOKS, '/hooks/a?b'],
    ['/', 'http://x.example', HOOKS, '/hooks'],
    ['/', 'http://x.example?q', HOOKS, '/hooks?q'],
    ['/', '*', HOOKS, '/hooks'],
    ['/', 'db.example:5432', HOOKS, '/hooks'],
    // The destination's own query comes first.
    ['/p', '/p/a?b=1', `${HOOKS}?key=k`, '/hooks/a?key=k&b=1'],
    ['/p', '/p/a', `${HOOKS}?key=k`, '/hooks/a?key=k'],
    ['/p', '/p/a?', `${HOOKS}?key=k`, '/hooks/a?key=k'],
    ['/p', '/p/a?', HOOKS, '/hooks/a?'],
    ['/p', '/p/a??b', HOOKS, '/hooks/a??b'],
    ['/p', '/p/a', `${HOOKS}#part`, '/hooks/a'],
  ])('on %s takes %s to %s as %s', (endpoint, target, destination, path) => {
    expect(joinTarget(endpoint, target, new URL(destination)).path).toBe(path);
  });

  it('names the full URL for people, without a password', () => {
    const { url } = joinTarget('/p', '/p/a?b', new URL('https://me:secret@x.example:8443/h#z'));
    expect(url).toBe('https://x.example:8443/h/a?b');
  });

  it('changes no byte of what comes behind the prefix', () => {
    const byte = fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code));
    const rest = fc.array(byte, { maxLength: 60 }).map((bytes) => bytes.join(''));
    fc.assert(
      fc.property(rest, (tail) => {
        const { path } = joinTarget('/p', `/p/${tail}`, new URL(HOOKS));
        expect(path).toBe(`/hooks/${tail}`);
      }),
      { numRuns: 300 },
    );
  });
});
