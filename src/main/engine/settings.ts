// The installation's settings: defaults, what was changed of them, and their one way to change.

import type { CheckedInput } from '../../shared/contract.ts';
import type { Settings } from '../../shared/model.ts';
import type { KeyValueTable } from './store/store.ts';
import { DEFAULT_LOCALTUNNEL_HOST } from './tunnel/localtunnel.ts';

const KEY = 'settings';
const MIB = 1024 * 1024;

export const DEFAULT_SETTINGS: Settings = {
  retention: { maxCount: 50_000, maxBytes: 2048 * MIB, maxAgeDays: 30 },
  bodyLimitBytes: 25 * MIB,
  tunnel: {
    kind: 'localtunnel',
    host: DEFAULT_LOCALTUNNEL_HOST,
    subdomain: null,
    startWithApp: null,
  },
  theme: 'system',
  density: 'comfortable',
  notifications: { failed: true, destinationDown: true, urlChanged: true },
  window: { alwaysOnTop: false, launchMinimised: false, startAtLogin: false, keepInTray: false },
  firstRunDone: false,
};

/** Settings that are changed field by field. */
const GROUPS = ['retention', 'tunnel', 'notifications', 'window'] as const;

export type SettingsPatch = CheckedInput<'settings.update'>;

export interface SettingsStore {
  get(): Settings;
  update(patch: SettingsPatch): Settings;
}

/** What is stored is only what differs from the defaults, so that better defaults reach everybody. */
export function createSettings(table: KeyValueTable): SettingsStore {
  let changed: SettingsPatch = JSON.parse(table.all().get(KEY) ?? '{}');
  let current = merge(DEFAULT_SETTINGS, changed);
  return {
    get: () => current,
    update(patch) {
      changed = {
        ...changed,
        ...patch,
        ...Object.fromEntries(
          GROUPS.flatMap((group) =>
            patch[group] ? [[group, { ...changed[group], ...patch[group] }]] : [],
          ),
        ),
      };
      table.put(KEY, JSON.stringify(changed));
      current = merge(DEFAULT_SETTINGS, changed);
      return current;
    },
  };
}

function merge(base: Settings, patch: SettingsPatch): Settings {
  return {
    ...base,
    ...patch,
    retention: { ...base.retention, ...patch.retention },
    tunnel: { ...base.tunnel, ...patch.tunnel },
    notifications: { ...base.notifications, ...patch.notifications },
    window: { ...base.window, ...patch.window },
  };
}
