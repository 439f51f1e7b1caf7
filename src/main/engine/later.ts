// Doing something after a while, without keeping the process alive for it.

/** Calls `work` after `ms`; answers what calls that off. */
export type Later = (ms: number, work: () => void) => () => void;

export const later: Later = (ms, work) => {
  const timer = setTimeout(work, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
