// Settings: what was changed is kept, what was not follows the defaults.

import { describe, expect, it } from 'vitest';
import { createSettings, DEFAULT_SETTINGS } from '../../../src/main/engine/settings.ts';
import { openTable } from '../../support/tables.ts';

describe('settings', () => {
  it('are the defaults at first', () => {
    expect(createSettings(openTable('settings')).get()).toEqual(DEFAULT_SETTINGS);
  });

  it('change only where they are told to, also deep inside, and stay changed', () => {
    const table = openTable('settings');
    const settings = createSettings(table);
    settings.update({ retention: { maxCount: 10 } });
    settings.update({ retention: { maxAgeDays: 2 }, theme: 'dark' });
    const expected = {
      ...DEFAULT_SETTINGS,
      retention: { ...DEFAULT_SETTINGS.retention, maxCount: 10, maxAgeDays: 2 },
      theme: 'dark',
    };
    expect(settings.get()).toEqual(expected);
    expect(createSettings(table).get()).toEqual(expected);
  });

  it('store only what was changed, so that better defaults reach everybody', () => {
    const table = openTable('settings');
    createSettings(table).update({ tunnel: { subdomain: 'calm-otter' } });
    expect([...table.all().values()].map((json) => JSON.parse(json))).toEqual([
      { tunnel: { subdomain: 'calm-otter' } },
    ]);
  });
});
