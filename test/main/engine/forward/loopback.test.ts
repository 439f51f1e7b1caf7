// Which URLs lead to this machine and which only look like it.

import { describe, expect, it } from 'vitest';
import { isLoopback, originOf } from '../../../../src/main/engine/forward/loopback.ts';

describe('isLoopback', () => {
  it.each([
    'http://localhost:3000/hooks',
    'http://LOCALHOST',
    'http://localhost.:3000',
    'https://api.localhost',
    'http://127.0.0.1',
    'http://127.9.8.7:1',
    'http://[::1]:3000',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://2130706433',
    'http://127.1',
    'http://user:pass@127.0.0.1',
  ])('takes %s for this machine', (url) => {
    expect(isLoopback(url)).toBe(true);
  });

  it.each([
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://notlocalhost',
    'http://evil.example/localhost',
    'http://127.0.0.1@evil.example',
    'http://localhost@evil.example',
    'http://0.0.0.0:3000',
    'http://[::]',
    'http://[::2]',
    'http://[fe80::1]',
    'http://192.168.0.1',
    'http://10.0.0.1',
    'http://128.0.0.1',
    'ftp://localhost',
    'localhost:3000',
    '',
    'http://',
  ])('does not take %s for this machine', (url) => {
    expect(isLoopback(url)).toBe(false);
  });
});

describe('originOf', () => {
  it('is scheme, host and port, without path or password', () => {
    expect(originOf('https://user:pass@Example.com:8443/hooks?x=1#y')).toBe(
      'https://example.com:8443',
    );
  });

  it('leaves out the port that goes without saying', () => {
    expect(originOf('http://example.com:80/')).toBe('http://example.com');
  });

  it('gives back what is no URL', () => {
    expect(originOf('not a url')).toBe('not a url');
  });
});
