// The check's question and answer: nobody else may know the one or guess the other.

import { describe, expect, it } from 'vitest';
import { createProbe } from '../../../../src/main/engine/tunnel/probe.ts';

describe('createProbe', () => {
  it('answers what it issued, exactly, until it is withdrawn', () => {
    const probe = createProbe();
    const { path, answer, withdraw } = probe.issue();
    expect(probe.matches('GET', path)).toBe(answer);
    expect(probe.matches('GET', path)).toBe(answer);
    withdraw();
    expect(probe.matches('GET', path)).toBeNull();
  });

  it('answers nothing else: another method, target, case or run', () => {
    const probe = createProbe();
    const { path } = probe.issue();
    const others = [`${path}/`, `${path}?a`, path.slice(0, -1), path.toUpperCase(), `/a${path}`];
    const guesses = ['/', '', '/hookglass-probe/', '/hookglass-probe/constructor', '__proto__'];
    for (const target of [...others, ...guesses]) expect(probe.matches('GET', target)).toBeNull();
    for (const method of ['POST', 'HEAD', 'get']) expect(probe.matches(method, path)).toBeNull();
    expect(createProbe().matches('GET', path)).toBeNull();
  });

  it('asks for another path each time and lets none be told from another', () => {
    const probe = createProbe();
    const issued = Array.from({ length: 100 }, () => probe.issue());
    const strings = issued.flatMap(({ path, answer }) => [path.split('/').at(-1), answer]);
    expect(new Set(strings).size).toBe(200);
    for (const text of strings) expect(text).toMatch(/^[\w-]{32}$/);
  });

  it('keeps nothing of withdrawn checks, and several apart', () => {
    let count = 0;
    const probe = createProbe(() => `token-${++count}`);
    const [first, second] = [probe.issue(), probe.issue()];
    first.withdraw();
    expect(probe.matches('GET', first.path)).toBeNull();
    expect(probe.matches('GET', second.path)).toBe('token-4');
  });

  it('asks public servers to skip the page that they show browsers', () => {
    const { headers } = createProbe().issue();
    expect(headers['Bypass-Tunnel-Reminder']).toBeTruthy();
    expect(headers['User-Agent']).not.toMatch(/mozilla/i);
  });
});
