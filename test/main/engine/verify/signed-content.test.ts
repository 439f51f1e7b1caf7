// Bodies that were spooled to a file: verified as they lie there, and missed when gone.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { interpret } from '../../../../src/main/engine/verify/interpret.ts';
import { exampleSecret, signedRequest } from '../../../support/signed-requests.ts';
import { ARRIVAL, NOON } from './judging.ts';

describe('a spooled body', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hookglass-interpret-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const secret = exampleSecret('stripe');
  const text = `{"id":"evt_large","type":"x","data":"${'0123456789abcdef'.repeat(1_638_400)}"}`;
  const path = join(folder, 'body');
  writeFileSync(path, text);
  const { headers } = signedRequest('stripe', { secret, body: text, at: NOON });
  const config = {
    provider: 'stripe',
    providerOptions: {},
    toleranceSeconds: null,
    secrets: [
      { label: 'current', value: 'whsec_new' },
      { label: 'previous', value: secret },
    ],
  };
  const read = (file: string, size = text.length) =>
    interpret(
      {
        method: 'POST',
        target: '/',
        headers,
        body: { kind: 'file', path: file, size },
        complete: true,
      },
      config,
      ARRIVAL,
    );

  it('of 25 MiB is verified, with the secret that matched, and its event is found', () => {
    expect(text.length).toBeGreaterThan(25 * 1024 * 1024);
    expect(read(path)).toMatchObject({
      verdict: { status: 'verified', secretLabel: 'previous' },
      eventType: 'x',
      messageId: 'evt_large',
    });
  });

  it('that was changed is refused', () => {
    const other = join(folder, 'other');
    writeFileSync(other, text.replace('evt_large', 'evt_larke'));
    expect(read(other).verdict.reason).toBe('signature-mismatch');
  });

  it('that is gone is not checked', () => {
    const { verdict, eventType } = read(join(folder, 'gone'));
    expect(verdict).toMatchObject({ status: 'unchecked', reason: 'body-incomplete' });
    expect(verdict.hint).toContain('a file that is gone');
    expect(eventType).toBeNull();
  });
});
