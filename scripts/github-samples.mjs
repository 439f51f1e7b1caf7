// Makes the sample events of GitHub from the examples that it publishes: the most used ones, each with
// fresh times and commits, and what they share written once.
//
//   node scripts/github-samples.mjs

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './lib/project.mjs';

/** @typedef {{ name: string, examples: Record<string, unknown>[] }} Described */

/** The first is what a test event is unless another is asked for. */
const WANTED = [
  ['push'],
  ['pull_request', 'opened'],
  ['issues', 'opened'],
  ['issue_comment', 'created'],
  ['ping'],
  ['pull_request_review', 'submitted'],
  ['pull_request_review_comment', 'created'],
  ['release', 'published'],
  ['create'],
  ['delete'],
  ['workflow_run', 'completed'],
  ['workflow_job', 'completed'],
  ['check_run', 'completed'],
  ['check_suite', 'completed'],
  ['deployment', 'created'],
  ['deployment_status', 'created'],
  ['status'],
  ['star', 'created'],
  ['fork'],
  ['member', 'added'],
  ['installation', 'created'],
];
const TARGET = 'src/main/engine/verify/samples/github-events.json';

const require = createRequire(import.meta.url);
const source = require.resolve('@octokit/webhooks-examples/api.github.com/index.json');
/** @type {Described[]} */
const published = JSON.parse(readFileSync(source, 'utf8'));

/** @type {Record<string, unknown>} */
const shared = {};
// Its repository is the one to share: a push writes it in a form of its own.
withoutShared(exampleOf('issues', 'opened'));
const events = Object.fromEntries(
  WANTED.map(([name = '', action]) => [name, fresh(withoutShared(exampleOf(name, action)))]),
);
writeFileSync(join(root, TARGET), `${JSON.stringify({ shared, events }, null, 2)}\n`);

/**
 * The smallest that there is.
 * @param {string} name
 * @param {string | undefined} action
 */
function exampleOf(name, action) {
  const examples = published.find((event) => event.name === name)?.examples ?? [];
  const fitting = examples.filter(
    (each) =>
      (action === undefined || each.action === action) &&
      // A push without commits is a branch or a tag that came or went.
      !(Array.isArray(each.commits) && each.commits.length === 0),
  );
  const [smallest] = fitting.sort((a, b) => sizeOf(a) - sizeOf(b));
  if (smallest === undefined) throw new Error(`There is no example of ${name}.`);
  return smallest;
}

/** @param {unknown} value */
function sizeOf(value) {
  return JSON.stringify(value).length;
}

/**
 * Repositories and people are the same nearly everywhere, and most of the bytes.
 * @param {unknown} value
 * @returns {unknown}
 */
function withoutShared(value) {
  if (Array.isArray(value)) return value.map(withoutShared);
  if (typeof value !== 'object' || value === null) return value;
  const name = 'keys_url' in value ? 'repository' : 'followers_url' in value ? 'user' : null;
  if (name !== null) {
    shared[name] ??= Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withoutShared(item)]),
    );
    return { $shared: name };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutShared(item)]));
}

/**
 * With placeholders for the times and the commits.
 * @param {unknown} value
 */
function fresh(value) {
  const text = JSON.stringify(value, (key, item) =>
    typeof item === 'string' && /(?:_at|timestamp)$/.test(key) && /^\d{4}-\d\d-\d\dT/.test(item)
      ? '{iso}'
      : item,
  );
  /** @type {string[]} */
  const commits = [];
  return JSON.parse(
    text.replace(/\b[0-9a-f]{40}\b/g, (commit) => {
      if (/^0+$/.test(commit)) return commit;
      if (!commits.includes(commit)) commits.push(commit);
      return `{hex40:${commits.indexOf(commit) + 1}}`;
    }),
  );
}
