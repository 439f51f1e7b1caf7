// One line that shows how far a download is: rewritten in a terminal, now and then elsewhere.

const MEBIBYTE = 1024 * 1024;

/**
 * @param {string} what Such as "Downloading Electron".
 * @returns {{ update(done: number, total: number | null): void, end(): void }}
 */
export function createProgress(what) {
  const terminal = process.stderr.isTTY;
  let shown = '';
  return {
    update(done, total) {
      // A terminal sees every MiB, a log a line for each quarter.
      const percent = total ? Math.floor((done / total) * 100) : null;
      const step = terminal || percent === null ? percent : percent - (percent % 25);
      const size = `${Math.floor(done / MEBIBYTE)} MiB`;
      const text = step === null ? `${what}: ${terminal ? size : '…'}` : `${what}: ${step} %`;
      if (text === shown) return;
      shown = text;
      process.stderr.write(terminal ? `\r${text}` : `${text}\n`);
    },
    end() {
      if (shown && terminal) process.stderr.write('\n');
    },
  };
}
