// Where in the data folder the store keeps what.

import { join } from 'node:path';

export interface StorePaths {
  dataDir: string;
  database: string;
  /** Written when the database turned out to be damaged while in use: the next start sets it aside. */
  damagedMark: string;
  bodies: string;
  /** Bodies that are still being received. */
  incoming: string;
}

export function storePaths(dataDir: string): StorePaths {
  const database = join(dataDir, 'hookglass.db');
  const bodies = join(dataDir, 'bodies');
  return {
    dataDir,
    database,
    damagedMark: `${database}.damaged`,
    bodies,
    incoming: join(bodies, 'incoming'),
  };
}
