// Sample notifications of Netlify: a deploy, by what became of it.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (state: string, header: string, fields: JsonObject) =>
  jsonEvent(
    state,
    {
      id: '{hex24}',
      site_id: '{uuid:site}',
      build_id: '{hex24:build}',
      state,
      name: 'acme',
      url: 'https://acme.netlify.app',
      deploy_url: 'https://{hex24}--acme.netlify.app',
      branch: 'main',
      context: 'production',
      commit_ref: '{hex40:commit}',
      created_at: '{iso}',
      updated_at: '{iso}',
      ...fields,
    },
    [['X-Netlify-Event', header]],
  );

export const netlifySamples: Samples = {
  headers: [JSON_TYPE],
  events: [
    event('ready', 'deploy_created', { error_message: null, published_at: '{iso}' }),
    event('building', 'deploy_building', { error_message: null, published_at: null }),
    event('error', 'deploy_failed', {
      error_message: 'Build script returned non-zero exit code: 2',
      published_at: null,
    }),
  ],
};
