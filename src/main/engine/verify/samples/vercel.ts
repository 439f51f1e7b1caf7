// Sample events of Vercel.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (type: string, fields: JsonObject) =>
  jsonEvent(type, {
    id: '{alnum24}',
    type,
    createdAt: '{number:ms}',
    region: 'sfo1',
    payload: {
      team: { id: 'team_{alnum24:team}' },
      user: { id: '{alnum24:user}' },
      ...fields,
    },
  });

const DEPLOYMENT = {
  project: { id: 'prj_{alnum28:project}' },
  deployment: {
    id: 'dpl_{alnum28:deployment}',
    url: 'acme-{hex9:deployment}.vercel.app',
    name: 'acme',
    meta: { githubCommitRef: 'main', githubCommitSha: '{hex40:commit}' },
  },
  links: {
    deployment: 'https://vercel.com/acme/acme/{alnum28:deployment}',
    project: 'https://vercel.com/acme/acme',
  },
  target: 'production',
  plan: 'pro',
};

export const vercelSamples: Samples = {
  headers: [['User-Agent', 'Vercel Webhooks/1.0'], JSON_TYPE],
  events: [
    event('deployment.created', DEPLOYMENT),
    event('deployment.succeeded', DEPLOYMENT),
    event('deployment.error', DEPLOYMENT),
    event('project.created', { project: { id: 'prj_{alnum28:project}', name: 'acme' } }),
  ],
};
