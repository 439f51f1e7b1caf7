// The application menu: what editing and windows need, so that the usual keys work.

import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Engine } from '../engine/engine.ts';

const ON_TOP = 'always-on-top';

export function setupMenu(engine: Engine): void {
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        {
          id: ON_TOP,
          label: 'Always on Top',
          type: 'checkbox',
          checked: engine.snapshot().settings.window.alwaysOnTop,
          click: ({ checked }) => {
            void engine.dispatch('settings.update', { window: { alwaysOnTop: checked } });
          },
        },
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools' },
      ],
    },
    { role: 'windowMenu' },
  ];
  const menu = Menu.buildFromTemplate(template);
  Menu.setApplicationMenu(menu);
  engine.bus.on('settings.changed', ({ settings }) => {
    const item = menu.getMenuItemById(ON_TOP);
    if (item) item.checked = settings.window.alwaysOnTop;
  });
}
