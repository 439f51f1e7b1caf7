// Sample events of GitHub, of the examples that GitHub publishes (MIT); scripts/github-samples.mjs makes
// the data.

import type { JsonValue, SampleEvent, Samples } from '../provider.ts';
import data from './github-events.json' with { type: 'json' };

interface Data {
  /** What many events hold, such as the repository: `{"$shared": "repository"}` stands for it. */
  shared: { readonly [name: string]: JsonValue };
  events: { readonly [name: string]: JsonValue };
}

const { shared, events }: Data = data;
const [first, ...others] = Object.entries(events).map(eventOf);
if (first === undefined) throw new TypeError('no sample events of GitHub');

export const githubSamples: Samples = {
  headers: [
    ['User-Agent', 'GitHub-Hookshot/044aadd'],
    ['Accept', '*/*'],
    ['X-GitHub-Delivery', '{uuid}'],
    ['X-GitHub-Hook-ID', '292430182'],
    ['X-GitHub-Hook-Installation-Target-ID', '79929171'],
    ['X-GitHub-Hook-Installation-Target-Type', 'repository'],
    ['Content-Type', 'application/json'],
  ],
  events: [first, ...others],
};

function eventOf([eventType, json]: [string, JsonValue]): SampleEvent {
  return {
    eventType,
    headers: [['X-GitHub-Event', eventType]],
    body: {
      get json() {
        return whole(json);
      },
    },
  };
}

function whole(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(whole);
  if (typeof value !== 'object' || value === null) return value;
  const { $shared: name } = value;
  if (typeof name === 'string') return whole(shared[name] ?? null);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, whole(item)]));
}
