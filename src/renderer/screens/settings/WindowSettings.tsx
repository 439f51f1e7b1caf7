// How the desktop app's window behaves.

import { useApp } from '../../state/app.ts';
import { SwitchSetting } from './SwitchSetting.tsx';

export function WindowSettings() {
  const settings = useApp((app) => app.settings.window);
  const { startAtLogin, tray } = useApp((app) => app.capabilities);
  return (
    <div className="flex flex-col gap-5">
      <SwitchSetting
        label="Always on top"
        help="Stays above the windows of other programs."
        checked={settings.alwaysOnTop}
        change={(alwaysOnTop) => ({ window: { alwaysOnTop } })}
      />
      <SwitchSetting
        label="Start minimised"
        help="Receives from the start, without a window in the way."
        checked={settings.launchMinimised}
        change={(launchMinimised) => ({ window: { launchMinimised } })}
      />
      {startAtLogin ? (
        <SwitchSetting
          label="Start when you log in"
          help="So that no delivery finds nobody home."
          checked={settings.startAtLogin}
          change={(on) => ({ window: { startAtLogin: on } })}
        />
      ) : null}
      {tray ? (
        <SwitchSetting
          label="Keep receiving when the window is closed"
          help="The icon in the tray shows it again, and quits."
          checked={settings.keepInTray}
          change={(keepInTray) => ({ window: { keepInTray } })}
        />
      ) : null}
    </div>
  );
}
