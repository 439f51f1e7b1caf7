// Links into the app: `hookglass://delivery/<id>`. They can do no more than open a delivery.

import { app } from 'electron';

const LINK = /^hookglass:\/\/delivery\/(dlv_[0-9a-z]{1,20})\/?$/;

/** Has the system hand such links to us. Not while developing: it would start the bare Electron. */
export function setupLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient('hookglass');
}

/** The delivery that one of the arguments links to; null when none does. */
export function deliveryOf(args: readonly string[]): string | null {
  for (const arg of args) {
    const id = LINK.exec(arg)?.[1];
    if (id !== undefined) return id;
  }
  return null;
}
