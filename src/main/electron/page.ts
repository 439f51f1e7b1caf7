// Where the page comes from: a scheme of our own that serves the built renderer and nothing else.

import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { protocol } from 'electron';
import { CONTENT_SECURITY_POLICY } from '../page-policy.ts';

const SCHEME = 'hookglass';
const ROOT = fileURLToPath(new URL('../renderer', import.meta.url));
const PAGE_ORIGIN = `${SCHEME}://app`;

/** The page's address: electron-vite's dev server while developing, else our own scheme. */
export function pageUrl(): string {
  return process.env.ELECTRON_RENDERER_URL ?? `${PAGE_ORIGIN}/index.html`;
}

/** Before the app is ready: makes the scheme a normal, secure origin. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export function setupPage(): void {
  protocol.handle(SCHEME, async (request) => {
    const path = fileOf(request.url);
    const type = path && TYPES[extname(path)];
    if (!type) return new Response('Not found', { status: 404 });
    try {
      const headers = {
        'Content-Type': type,
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
      };
      return new Response(await readFile(path), { headers });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}

/** A file below the renderer's folder, or null. */
function fileOf(url: string): string | null {
  const { host, pathname } = new URL(url);
  const path = normalize(join(ROOT, decodeURIComponent(pathname)));
  return host === 'app' && path.startsWith(ROOT + sep) ? path : null;
}
