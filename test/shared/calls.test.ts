import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calls } from '../../src/shared/calls.ts';
import type { AppEvent } from '../../src/shared/contract.ts';

const document = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');

/** The names in the first column of the table below a heading. */
function listedUnder(heading: string): string[] {
  const [, section = ''] = document.split(`\n### ${heading}\n`);
  const rows = section.split('\n### ')[0]?.match(/^\| `.*?\|/gm) ?? [];
  return rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

/** Each once; a new event that is not here does not compile. */
const events: Record<AppEvent['type'], true> = {
  'deliveries.added': true,
  'deliveries.changed': true,
  'deliveries.removed': true,
  'deliveries.reset': true,
  'attempt.changed': true,
  'endpoints.changed': true,
  'stats.changed': true,
  'filters.changed': true,
  'tunnel.changed': true,
  'receiver.changed': true,
  'settings.changed': true,
  'delivery.show': true,
  notice: true,
};

describe('docs/api.md', () => {
  it('lists every call, and none that there is not', () => {
    expect(listedUnder('Calls').sort()).toEqual(Object.keys(calls).sort());
  });

  it('lists every event, and none that there is not', () => {
    expect(listedUnder('Events').sort()).toEqual(Object.keys(events).sort());
  });
});
