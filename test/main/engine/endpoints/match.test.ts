// Which endpoint a request belongs to.

import { describe, expect, it } from 'vitest';
import { matchEndpoint, pathOfTarget } from '../../../../src/main/engine/endpoints/match.ts';

const endpoints = [{ path: '/' }, { path: '/stripe' }, { path: '/stripe/eu' }, { path: '/git' }];

describe('matchEndpoint', () => {
  it.each([
    ['/', '/'],
    ['/stripe', '/stripe'],
    ['/stripe?x=1', '/stripe'],
    ['/stripe/', '/stripe'],
    ['/stripe/us/a', '/stripe'],
    ['/stripe/eu', '/stripe/eu'],
    ['/stripe/eu/b?c', '/stripe/eu'],
    ['/stripes', '/'],
    ['/STRIPE', '/'],
    ['/github', '/'],
    ['http://any.example/stripe/x', '/stripe'],
    ['*', '/'],
    ['', '/'],
  ])('gives %s to %s', (target, path) => {
    expect(matchEndpoint(endpoints, target)?.path).toBe(path);
  });

  it('does not decode: an encoded slash is not a slash', () => {
    expect(matchEndpoint(endpoints, '/stripe%2Feu')?.path).toBe('/');
  });

  it('reads the path of any form of target', () => {
    expect(pathOfTarget('http://h')).toBe('/');
    expect(pathOfTarget('http://h?x')).toBe('/');
    expect(pathOfTarget('/a?b#c')).toBe('/a');
  });
});
