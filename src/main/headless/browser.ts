// Opening the interface in the user's browser, where there is one to open.

import open from 'open';

/** False on a Linux machine without a display, where opening would only print an error. */
export function canOpenBrowser(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Failing is no error: the URL is printed anyway. */
export function openBrowser(url: string): void {
  open(url).then(
    (child) => child.on('error', () => {}),
    () => {},
  );
}
