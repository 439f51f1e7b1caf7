// What the user should know about this run: kept for interfaces that connect later, told to open ones.

import type { Notice } from '../../shared/model.ts';
import type { Bus } from './bus.ts';
import { describeError } from './errors.ts';

export interface Notices {
  list(): Notice[];
  /** Replaces an earlier notice of the same code. */
  add(notice: Notice): void;
  /** For broken promises that nobody is waiting for: told once per message. */
  addError(error: unknown): void;
}

const MAX_NOTICES = 50;

export function createNotices(bus: Bus): Notices {
  const notices = new Map<string, Notice>();

  function add(notice: Notice): void {
    notices.delete(notice.code);
    notices.set(notice.code, notice);
    const oldest = notices.size > MAX_NOTICES ? notices.keys().next().value : undefined;
    if (oldest !== undefined) notices.delete(oldest);
    bus.publish({ type: 'notice', notice });
  }

  return {
    list: () => [...notices.values()],
    add,
    addError(error) {
      const { code, message } = describeError(error);
      // A full disk fails every delivery: one notice says it.
      if (notices.get(code)?.message !== message) add({ code, level: 'error', message });
    },
  };
}
