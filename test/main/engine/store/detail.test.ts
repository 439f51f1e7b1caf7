// What is stored for the delivery's own pane, also as earlier versions stored it.

import { describe, expect, it } from 'vitest';
import {
  decodeDetail,
  encodeDetail,
  replaceVerdict,
} from '../../../../src/main/engine/store/detail.ts';
import type { Finding, HandshakeDetail } from '../../../../src/shared/model.ts';
import { newDelivery } from './fixtures.ts';

const id = 'dlv_00000000001';
const finding: Finding = {
  cause: 'body-reserialised',
  message: 'The JSON was written anew.',
  proof: 'It matches without white space.',
  fix: 'Pass the bytes on.',
  side: 'between',
};

describe('the detail of a delivery', () => {
  it.each([true, false])('keeps its findings, whether its headers are odd or not: %s', (isOdd) => {
    const delivery = newDelivery({ id, verdict: { findings: [finding] } });
    const detail = decodeDetail(encodeDetail(delivery, isOdd));
    expect(detail.verdict.findings).toEqual([finding]);
    expect(detail.oddHeaders).toEqual(isOdd ? delivery.captured.headers : null);
  });

  it('has none where it was stored before there were any', () => {
    const before = ['1.1', null, null, 0.25, 0.5, 'HMAC', 'A hint.', null, [], []];
    for (const [stored, oddHeaders] of [
      [before, null],
      [[...before, [['X:Y', 'a']]], [['X:Y', 'a']]],
    ]) {
      const detail = decodeDetail(JSON.stringify(stored));
      expect(detail.verdict).toMatchObject({ hint: 'A hint.', findings: [] });
      expect(detail.oddHeaders).toEqual(oddHeaders);
    }
  });

  it.each([true, false])(
    'gets another verdict and keeps the rest, odd headers or not: %s',
    (isOdd) => {
      const delivery = newDelivery({ id, verdict: { findings: [finding] } });
      const verdict = { ...delivery.verdict, hint: 'Another.', secretLabel: null, findings: [] };
      const detail = decodeDetail(replaceVerdict(encodeDetail(delivery, isOdd), verdict));
      const before = decodeDetail(encodeDetail(delivery, isOdd));
      const { status, reason, ...kept } = verdict;
      expect(detail).toEqual({ ...before, verdict: kept });
    },
  );

  it.each([true, false])('keeps what a handshake was told, odd headers: %s', (isOdd) => {
    const handshake: HandshakeDetail = {
      status: 200,
      headers: [['Content-Type', 'text/plain']],
      ...{ body: 'abc123', signed: true, note: null, secret: 'stored', callBack: null },
    };
    const delivery = newDelivery({ id, handshake });
    const stored = encodeDetail(delivery, isOdd);
    expect(decodeDetail(stored)).toMatchObject({ handshake, verdict: { findings: [] } });
    const verdict = { ...delivery.verdict, hint: 'Another.', findings: [finding] };
    const replaced = decodeDetail(replaceVerdict(stored, verdict));
    expect(replaced).toMatchObject({ handshake, verdict: { findings: [finding] } });
    expect(replaced.oddHeaders).toEqual(isOdd ? delivery.captured.headers : null);
  });

  it('takes no room for findings that are not there', () => {
    const detail = JSON.parse(encodeDetail(newDelivery({ id }), false));
    expect(detail).toHaveLength(10);
  });
});
