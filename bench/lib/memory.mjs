// Resident memory of a process, in MiB.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @param {number} pid */
export function residentMiB(pid) {
  if (process.platform === 'linux') {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

/**
 * Watches a process; answers the function that ends that and tells the highest value seen.
 * @param {number} pid
 * @returns {() => number}
 */
export function watchMemory(pid) {
  let highest = residentMiB(pid);
  const timer = setInterval(() => {
    highest = Math.max(highest, residentMiB(pid));
  }, 20);
  return () => {
    clearInterval(timer);
    return highest;
  };
}
