// The destination field: completion, problems in words, and what counts as this machine.

import { describe, expect, it } from 'vitest';
import {
  completeDestination,
  destinationProblem,
  forwardedUrl,
  isLoopback,
  joinUrl,
  originOf,
} from '../../../../src/renderer/screens/endpoints/destination-text.ts';
import { calls } from '../../../../src/shared/calls.ts';

describe('a destination', () => {
  it.each([
    ['3000', 'http://localhost:3000'],
    [':3000', 'http://localhost:3000'],
    ['3000/hooks', 'http://localhost:3000/hooks'],
    ['localhost:8080/a', 'http://localhost:8080/a'],
    ['127.0.0.1:5000', 'http://127.0.0.1:5000'],
    ['[::1]:5000', 'http://[::1]:5000'],
    [' http://localhost:3000 ', 'http://localhost:3000'],
    ['https://api.example.com/in', 'https://api.example.com/in'],
    ['example.com', 'example.com'],
    ['', ''],
  ])('typed as %j is completed to %j', (typed, completed) => {
    expect(completeDestination(typed)).toBe(completed);
  });

  it.each([[''], ['3000'], ['http://localhost:3000/hooks'], ['https://example.com/?a=b']])(
    '%j is fine',
    (typed) => {
      expect(destinationProblem(typed)).toBeNull();
    },
  );

  it.each([
    ['example.com', 'Start with http'],
    ['http://', 'not a URL'],
    ['http://local host', 'not a URL'],
    ['ftp://example.com', 'Only http'],
    ['http://localhost/#a', 'after #'],
    [`http://localhost/${'a'.repeat(4096)}`, '4,096'],
    ['99999', 'not a URL'],
  ])('%j is refused with the reason', (typed, words) => {
    expect(destinationProblem(typed)).toContain(words);
  });

  it('that has no problem is one the host takes', () => {
    const input = calls['destinations.confirm'];
    for (const typed of ['3000', ':80/x', 'localhost', 'https://example.com/?a=b']) {
      expect(destinationProblem(typed)).toBeNull();
      expect(input.safeParse({ url: completeDestination(typed) }).success).toBe(true);
    }
  });

  it('is this machine only where its host says so', () => {
    const local = [
      '3000',
      'http://localhost',
      'http://a.localhost.',
      'http://127.9.9.9',
      'http://[::1]:1',
    ];
    const remote = [
      'https://example.com',
      'http://localhost.example.com',
      'http://10.0.0.1',
      'nonsense',
    ];
    expect(local.filter((url) => !isLoopback(url))).toEqual([]);
    expect(remote.filter(isLoopback)).toEqual([]);
  });

  it('is confirmed by origin', () => {
    expect(originOf('https://Example.com:443/a?b')).toBe('https://example.com');
    expect(originOf('nonsense')).toBeNull();
  });

  it('replaces the prefix by its own path', () => {
    expect(forwardedUrl('http://localhost:3000/hooks', '/a')).toBe('http://localhost:3000/hooks/a');
    expect(forwardedUrl('3000', '/a')).toBe('http://localhost:3000/a');
    expect(forwardedUrl('http://localhost:3000/hooks/', '/a')).toBe(
      'http://localhost:3000/hooks/a',
    );
    expect(forwardedUrl('', '/a')).toBeNull();
  });
});

describe('a public URL and a path', () => {
  it('join with one slash', () => {
    expect(joinUrl('https://calm-otter.loca.lt/', '/stripe')).toBe(
      'https://calm-otter.loca.lt/stripe',
    );
    expect(joinUrl('https://calm-otter.loca.lt', 'stripe')).toBe(
      'https://calm-otter.loca.lt/stripe',
    );
    expect(joinUrl('http://127.0.0.1:4747', '/')).toBe('http://127.0.0.1:4747/');
  });
});
