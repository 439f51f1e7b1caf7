import { describe, expect, it } from 'vitest';
import { createRecent } from '../../../../../src/main/engine/store/write/recent.ts';

const found = new Float64Array(2);

describe('a table of what was used lately', () => {
  it('remembers the last half of its capacity at least, and forgets what is older', () => {
    const recent = createRecent({ capacity: 10_000, width: 2, seed: 1 });
    for (let n = 1; n <= 100_000; n++) recent.set(n, Float64Array.of(n * 3, -n));
    const kept = (n: number) => recent.get(n, found) && found[0] === n * 3 && found[1] === -n;
    for (let n = 95_001; n <= 100_000; n++) if (!kept(n)) expect.unreachable(`${n} is forgotten`);
    for (let n = 1; n <= 90_000; n++) if (recent.get(n, found)) expect.unreachable(`${n} is there`);
  });

  it('keeps what is used again, with its newest numbers', () => {
    const recent = createRecent({ capacity: 100, width: 1, seed: 2 });
    for (let n = 1; n <= 1000; n++) {
      recent.set(2 ** 53 - 1, Float64Array.of(n));
      recent.set(n, Float64Array.of(0));
    }
    expect(recent.get(2 ** 53 - 1, found)).toBe(true);
    expect(found[0]).toBe(1000);
    recent.clear();
    expect(recent.get(2 ** 53 - 1, found)).toBe(false);
  });

  it('tells keys apart that differ only beyond 32 bits', () => {
    const recent = createRecent({ capacity: 10_000, width: 1, seed: 3 });
    for (let n = 0; n < 4000; n++) recent.set(n * 2 ** 32 + 7, Float64Array.of(n));
    const kept = (n: number) => recent.get(n * 2 ** 32 + 7, found) && found[0] === n;
    for (let n = 0; n < 4000; n++) if (!kept(n)) expect.unreachable(`${n} is forgotten`);
    expect(recent.get(4000 * 2 ** 32 + 7, found)).toBe(false);
  });
});
