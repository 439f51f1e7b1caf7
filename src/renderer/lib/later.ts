// Doing something after a while: passed in, so that tests decide when it is later.

/** Runs `job` once after `ms` milliseconds; the answer cancels it. */
export type Later = (ms: number, job: () => void) => () => void;

export const later: Later = (ms, job) => {
  const timer = setTimeout(job, ms);
  return () => clearTimeout(timer);
};
