// Downloads Electron's binary, which its npm package leaves to first use, without ever hanging: a
// server that does not answer and a download that stops are given up after a few seconds.

import { createWriteStream, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runQuietly } from './child.mjs';
import { root } from './project.mjs';

const ANSWER_LIMIT_MS = 5_000;
const STALL_LIMIT_MS = 15_000;
const UNPACK_LIMIT_MS = 120_000;

const require = createRequire(join(root, 'package.json'));

/** A reason in words, to be put in brackets after "could not be downloaded from …". */
class CannotDownload extends Error {}

/**
 * Fetches the binary into Electron's own cache and unpacks it into its package.
 * @param {(done: number, total: number | null) => void} onProgress Bytes so far and in all.
 * @returns {Promise<{ ok: true } | { ok: false, why: string }>}
 */
export async function downloadElectron(onProgress) {
  const folder = dirname(require.resolve('electron/package.json'));
  let host = 'GitHub';
  try {
    const { downloadArtifact } = await import('@electron/get');
    await downloadArtifact({
      version: require('electron/package.json').version,
      artifactName: 'electron',
      checksums: require('electron/checksums.json'),
      cacheRoot: process.env.electron_config_cache,
      // Asked for only when the binary is not in the cache; the URL heeds ELECTRON_MIRROR and such.
      downloader: {
        download: (url, path) => {
          host = nameOf(url);
          return downloadFile(url, path, onProgress);
        },
      },
    });
  } catch (error) {
    return { ok: false, why: `could not be downloaded from ${host} (${inWords(error)})` };
  }
  // Finds the binary in the cache, and knows best where its parts belong.
  const installed = await runQuietly(process.execPath, [join(folder, 'install.js')], {
    timeoutMs: UNPACK_LIMIT_MS,
  });
  if (installed.ok && existsSync(join(folder, 'path.txt'))) return { ok: true };
  return { ok: false, why: 'could not be unpacked after its download' };
}

/**
 * @param {string} url
 * @param {string} path
 * @param {(done: number, total: number | null) => void} onProgress
 */
async function downloadFile(url, path, onProgress) {
  const abort = new AbortController();
  let timer = giveUpAfter(ANSWER_LIMIT_MS, 'no connection');
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok || !response.body) {
      throw new CannotDownload(`it answered ${response.status}`);
    }
    const total = Number(response.headers.get('content-length')) || null;
    let done = 0;
    await pipeline(
      // The browser's and Node's types for the same stream differ.
      Readable.fromWeb(/** @type {any} */ (response.body)),
      async function* (chunks) {
        for await (const chunk of chunks) {
          clearTimeout(timer);
          timer = giveUpAfter(STALL_LIMIT_MS, 'the download stopped half-way');
          done += chunk.length;
          onProgress(done, total);
          yield chunk;
        }
      },
      createWriteStream(path),
    );
  } catch (error) {
    throw abort.signal.aborted ? abort.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }

  /**
   * @param {number} ms
   * @param {string} why
   */
  function giveUpAfter(ms, why) {
    return setTimeout(() => abort.abort(new CannotDownload(why)), ms);
  }
}

/** @param {string} url */
function nameOf(url) {
  const { hostname } = new URL(url);
  return hostname === 'github.com' ? 'GitHub' : hostname;
}

/** @param {unknown} error */
function inWords(error) {
  if (error instanceof CannotDownload) return error.message;
  // What fetch rejects with when there is no way to the host; the reason is in its cause.
  if (error instanceof TypeError && error.cause) return 'no connection';
  return error instanceof Error ? (error.message.split('\n')[0] ?? 'unknown') : String(error);
}
