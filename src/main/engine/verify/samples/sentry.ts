// Sample events of Sentry's integrations: an issue, an alert on one, and an installation.

import type { Samples } from '../provider.ts';
import { JSON_TYPE, type JsonObject, jsonEvent } from './make.ts';

const event = (resource: string, action: string, data: JsonObject) =>
  jsonEvent(
    resource,
    {
      action,
      installation: { uuid: '{uuid:installation}' },
      data,
      actor: { type: 'application', id: 'sentry', name: 'Sentry' },
    },
    [['Sentry-Hook-Resource', resource]],
  );

const ISSUE = { id: '{digits10:issue}', shortId: 'SHOP-1', title: 'TypeError: x is undefined' };

export const sentrySamples: Samples = {
  headers: [JSON_TYPE, ['Request-ID', '{hex32}'], ['Sentry-Hook-Timestamp', '{unix}']],
  events: [
    event('issue', 'created', { issue: { ...ISSUE, status: 'unresolved', level: 'error' } }),
    event('event_alert', 'triggered', {
      event: { event_id: '{hex32:event}', title: ISSUE.title, platform: 'node' },
      triggered_rule: 'Every new issue',
    }),
    event('installation', 'created', {
      installation: { status: 'pending', app: { slug: 'shop' }, organization: { slug: 'acme' } },
    }),
  ],
};
