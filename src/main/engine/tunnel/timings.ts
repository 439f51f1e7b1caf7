// How often and how long: every interval of the supervisor in one place, in ms.

export interface SupervisorTimings {
  probeEveryMs: number;
  probeTimeoutMs: number;
  /** After a failed check the next one comes sooner. */
  probeAgainMs: number;
  backoffBaseMs: number;
  backoffMaxMs: number;
  /** How long a server may still hold the name of a connection that has just ended. */
  nameHeldMs: number;
  clockTickMs: number;
  /** A tick this much later than due means that the machine slept. */
  clockJumpMs: number;
}

export const SUPERVISOR_TIMINGS: SupervisorTimings = {
  probeEveryMs: 30_000,
  probeTimeoutMs: 10_000,
  probeAgainMs: 5_000,
  backoffBaseMs: 1_000,
  backoffMaxMs: 60_000,
  // The localtunnel server's own period of grace is 1 s.
  nameHeldMs: 1_500,
  clockTickMs: 5_000,
  clockJumpMs: 10_000,
};
