import { describe, expect, it } from 'vitest';
import { createRecent } from '../../../../../src/main/engine/store/write/recent.ts';

describe('a map of what was used lately', () => {
  it('remembers the last half of its capacity at least, and forgets what is older', () => {
    const recent = createRecent<string>(100);
    for (let n = 0; n < 1000; n++) recent.set(n, `value ${n}`);
    for (let n = 950; n < 1000; n++) expect(recent.get(n)).toBe(`value ${n}`);
    for (let n = 0; n < 900; n++) expect(recent.get(n)).toBeUndefined();
  });

  it('keeps what is used again', () => {
    const recent = createRecent<string>(100);
    for (let n = 0; n < 1000; n++) {
      recent.set(-1, 'kept');
      recent.set(n, 'new');
    }
    expect(recent.get(-1)).toBe('kept');
    recent.clear();
    expect(recent.get(-1)).toBeUndefined();
  });
});
