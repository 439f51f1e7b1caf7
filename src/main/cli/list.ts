// hookglass list: the deliveries of a data folder that a filter finds, newest first.

import type { DeliverySummary } from '../../shared/model.ts';
import type { Command } from './command.ts';
import { dataDirOf } from './data-dir.ts';
import { deliveryWords } from './delivery-words.ts';
import { Mistake, parseOptions } from './mistake.ts';
import { refuse, told } from './told.ts';

const LIST_HELP = `Usage: hookglass list [--query FILTER] [--limit N] [--json] [--data-dir DIR]

Lists deliveries, newest first, also while Hookglass runs. FILTER is what the interface's filter field
takes, such as: verdict:failed type:invoice.* after:1h

  --query FILTER  only those that it finds
  --limit N       at most so many (50)
  --json          print one JSON object a line
  --data-dir DIR  where the deliveries are kept
  --help          print this
`;

const OPTIONS = {
  query: { type: 'string' },
  limit: { type: 'string' },
  json: { type: 'boolean' },
  'data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const DEFAULT_LIMIT = 50;
const MAX_PAGE = 500;

export const list: Command = async (args, { out, now }) => {
  const { values } = parseOptions({ args, options: OPTIONS, allowPositionals: false });
  if (values.help) {
    out(LIST_HELP);
    return 0;
  }
  const limit = readLimit(values.limit);
  // The other commands need no database.
  const { openStored } = await import('../engine/stored.ts');
  const stored = told(() => openStored(dataDirOf(values['data-dir'] ?? null), now));
  try {
    let left = limit;
    for (let cursor: string | null = null; left > 0; ) {
      const page: { items: DeliverySummary[]; nextCursor: string | null } = await stored
        .list({
          ...{ cursor, limit: Math.min(left, MAX_PAGE), offset: 0 },
          ...{ query: values.query ?? null, endpointId: null, only: null },
        })
        .catch(refuse);
      for (const item of page.items) out(values.json ? `${JSON.stringify(item)}\n` : words(item));
      left -= page.items.length;
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
  } finally {
    stored.close();
  }
  return 0;
};

function readLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit > 0) return limit;
  throw new Mistake(`--limit takes a number above 0, not “${text}”.`);
}

function words(delivery: DeliverySummary): string {
  const time = new Date(delivery.receivedAt);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
  return `${delivery.id}  ${day} ${clock}  ${deliveryWords(delivery)}\n`;
}
