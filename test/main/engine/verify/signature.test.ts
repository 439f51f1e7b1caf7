// The forms a signature header can have, doubled and joined ones among them.

import { describe, expect, it } from 'vitest';
import { compileSignature } from '../../../../src/main/engine/verify/signature.ts';

const plain = (prefix?: string) =>
  compileSignature({ in: 'header', name: 'X-Signature', style: 'plain', prefix });
const list = compileSignature({
  in: 'header',
  name: 'webhook-signature',
  style: 'list',
  separator: ' ',
  prefix: 'v1,',
});
const kv = compileSignature({
  in: 'header',
  name: 'Stripe-Signature',
  style: 'kv',
  separator: ',',
  sigKeys: ['v1', 'v2'],
  timestampKey: 't',
});

describe('a plain signature', () => {
  it('is the value, or what follows its prefix', () => {
    expect(plain().parse([' abc '])[0]?.candidates).toEqual(['abc']);
    expect(plain('sha256=').parse(['sha256=abc', 'sha1=def'])[0]?.candidates).toEqual(['abc']);
    expect(plain('sha256=').write('abc', '')).toBe('sha256=abc');
  });

  it('may come several times, apart or joined', () => {
    expect(plain('s=').parse(['s=a,s=b', 's=c'])[0]?.candidates).toEqual(['a', 'b', 'c']);
    expect(plain('v1,').parse(['v1,a, v1,b'])[0]?.candidates).toEqual(['a', 'b']);
  });
});

describe('a list of signatures', () => {
  it('passes over other schemes and survives being joined', () => {
    expect(list.parse(['v1a,no v1,a v1,b, v1,c'])[0]?.candidates).toEqual(['a', 'b', 'c']);
    expect(list.parse([''])[0]?.candidates).toEqual([]);
    expect(list.form).toBe('v1,…');
  });
});

describe('key and value pairs', () => {
  it('hold the time and any number of signatures, in any order', () => {
    expect(kv.parse(['v1=a, t=17 ,v0=x,v2=b,junk,=,v1=c='])).toEqual([
      { timestamp: '17', candidates: ['a', 'b', 'c='] },
    ]);
    expect(kv.write('abc', '17')).toBe('t=17,v1=abc');
  });

  it('go with their own time when two headers were joined', () => {
    const groups = [
      { timestamp: '1', candidates: ['a'] },
      { timestamp: '2', candidates: ['b'] },
    ];
    expect(kv.parse(['t=1,v1=a, t=2,v1=b'])).toEqual(groups);
    expect(kv.parse(['t=1,v1=a', 't=2,v1=b'])).toEqual(groups);
  });

  it('are bounded', () => {
    expect(kv.parse(['t=1,v1=a,'.repeat(50)])).toHaveLength(3);
    expect(kv.parse(['v1=a,'.repeat(500)])[0]?.candidates).toHaveLength(32);
    expect(plain().parse(['a,'.repeat(500)])[0]?.candidates).toHaveLength(32);
  });

  it('may hold nothing of use', () => {
    expect(kv.parse([''])).toEqual([{ timestamp: null, candidates: [] }]);
  });
});
