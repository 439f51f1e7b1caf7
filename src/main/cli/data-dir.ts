// Where the data lives when nobody says otherwise: the platform's usual folder, the same for the
// desktop app and the command, so that both see the same deliveries.

import { resolve } from 'node:path';
import envPaths from 'env-paths';

export function dataDirOf(option: string | null): string {
  return option === null ? envPaths('hookglass', { suffix: '' }).data : resolve(option);
}
