// BlockMark Registry: a constant token, the HMAC of an empty message, and a handshake on registering.

import type { JsonValue, ProviderEntry } from '../provider.ts';

export const blockmark: ProviderEntry = {
  id: 'blockmark',
  name: 'BlockMark Registry',
  category: 'documents',
  docs: 'https://support.registry.blockmarktech.com/features/automation/webhooks',
  confidence: 'documented',
  secretHint:
    'The webhook secret from the Webhooks section of the Organisation Settings page. It is not the "secret" that an endpoint.verify request carries.',
  eventType: 'json:$.event',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Token', style: 'plain' },
      signedContent: '',
      timestamp: null,
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.event': 'endpoint.verify' } },
    signed: true,
    respond: { status: 200, body: { text: '{json:$.secret}' } },
  },
  clues: [
    {
      at: 'header:X-Token',
      like: /^[0-9a-f]{64}$/i,
      points: 1,
      says: 'an X-Token header of 64 hexadecimal digits',
    },
    {
      at: 'json:$.event',
      like: /^issued_certificate\./,
      points: 2,
      says: 'an event named issued_certificate.…',
    },
    {
      at: 'json:$.event',
      like: /^endpoint\.verify$/,
      points: 2,
      says: 'the event endpoint.verify',
    },
  ],
  samples: {
    headers: [['Content-Type', 'application/json']],
    events: [
      { eventType: 'issued_certificate.created', body: certificate('issued_certificate.created') },
      { eventType: 'issued_certificate.updated', body: certificate('issued_certificate.updated') },
      {
        eventType: 'endpoint.verify',
        body: { json: { event: 'endpoint.verify', secret: '{hex24}' } },
      },
    ],
  },
};

function certificate(event: string): { json: JsonValue } {
  return {
    json: {
      event,
      data: {
        slug: '{uuid}',
        name_on_certificate: 'William Mcfarland',
        has_name_mismatch: true,
        is_issued_to_thing: false,
        start_time: '{iso}',
        finish_time: '{iso:+365d}',
        timestamp: '{iso}',
        status: 'Active',
        hidden: false,
        is_test: true,
        is_archived: false,
        is_adopted: null,
        bespoke_id: null,
        template: { slug: '{uuid:template}', name: 'embrace 24/365 partnerships' },
        is_to_guardian: true,
        is_self_certified: false,
        custom_fields: {},
        custom_notes: {},
      },
    },
  };
}
