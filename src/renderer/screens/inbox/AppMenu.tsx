// What is needed seldom: theme, settings, clean-up.

import {
  CheckCheck,
  Ellipsis,
  FileDown,
  FileUp,
  FolderOpen,
  Keyboard,
  Settings,
  Trash2,
  Unplug,
} from 'lucide-react';
import { IconButton } from '../../components/IconButton.tsx';
import { Menu, type MenuItem } from '../../components/Menu.tsx';
import { call } from '../../host.ts';
import { keyLabel } from '../../lib/keyboard.ts';
import { changeSettings, markRead, reportError, stopTunnel } from '../../state/actions.ts';
import { useApp } from '../../state/app.ts';
import { openExport, openImport } from '../../state/exchange.ts';
import { clearAll } from '../../state/removing.ts';
import { useView } from '../../state/view.ts';

export function AppMenu() {
  const theme = useApp((app) => app.settings.theme);
  const compact = useApp((app) => app.settings.density === 'compact');
  const canReveal = useApp((app) => app.capabilities.revealDataFolder);
  const hasTunnel = useApp((app) => app.tunnel.state !== 'off');
  const open = useView((view) => view.open);
  const items: MenuItem[] = [
    { kind: 'label', label: 'Theme' },
    choice('As the system', theme === 'system', () => void changeSettings({ theme: 'system' })),
    choice('Light', theme === 'light', () => void changeSettings({ theme: 'light' })),
    choice('Dark', theme === 'dark', () => void changeSettings({ theme: 'dark' })),
    { kind: 'separator' },
    choice('Compact rows', compact, () => {
      void changeSettings({ density: compact ? 'comfortable' : 'compact' });
    }),
    { kind: 'separator' },
    {
      label: 'Settings',
      icon: <Settings aria-hidden="true" />,
      kbd: keyLabel('mod+,'),
      onSelect: () => open({ kind: 'settings' }),
    },
    {
      label: 'Keys',
      icon: <Keyboard aria-hidden="true" />,
      kbd: '?',
      onSelect: () => open({ kind: 'help' }),
    },
    ...(canReveal ? [revealItem] : []),
    { kind: 'separator' },
    {
      label: 'Import…',
      icon: <FileUp aria-hidden="true" />,
      kbd: keyLabel('i'),
      onSelect: openImport,
    },
    {
      label: 'Export deliveries…',
      icon: <FileDown aria-hidden="true" />,
      onSelect: () => openExport(),
    },
    { kind: 'separator' },
    {
      label: 'Mark everything as read',
      icon: <CheckCheck aria-hidden="true" />,
      onSelect: () => void markRead(null),
    },
    ...(hasTunnel ? [tunnelItem] : []),
    {
      label: 'Clear all deliveries',
      icon: <Trash2 aria-hidden="true" />,
      danger: true,
      onSelect: () => clearAll(),
    },
  ];
  return (
    <Menu
      trigger={<IconButton label="More" icon={<Ellipsis aria-hidden="true" />} />}
      items={items}
    />
  );
}

const choice = (label: string, checked: boolean, onSelect: () => void): MenuItem => ({
  kind: 'choice',
  label,
  checked,
  onSelect,
});

const revealItem: MenuItem = {
  label: 'Show the data folder',
  icon: <FolderOpen aria-hidden="true" />,
  onSelect: () => void call('host.revealDataFolder', {}).catch(reportError),
};

const tunnelItem: MenuItem = {
  label: 'Give up the public URL',
  icon: <Unplug aria-hidden="true" />,
  onSelect: () => void stopTunnel(),
};
