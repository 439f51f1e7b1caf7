// Deliveries of providers of content management.

import type { Vector } from './vector.ts';

export const CONTENT_VECTORS: readonly Vector[] = [
  {
    provider: 'contentful',
    made: 'sdk',
    source: 'signed by hand; npm @contentful/node-apps-toolkit accepts it',
    recipe:
      'HMAC-SHA256 of method, path and query, escaped as encodeURI(path?querystring.escape(query)), the signed headers as name:value joined by semicolons, and body, joined by line breaks, hex; key: the secret as UTF-8',
    secret: 'contentful-signing-secret-00000000000000000000000000000000000000',
    url: 'https://hooks.example.com/contentful?a=1',
    headers: [
      ['Content-Type', 'application/json'],
      [
        'X-Contentful-Idempotency-Key',
        '94516f9a3fe42e3065ad9ef4f2a9f865c9bf0a962db8b7cfcb470b42052ea22c',
      ],
      ['X-Contentful-Topic', 'ContentManagement.Entry.publish'],
      ['x-contentful-timestamp', '1772625600000'],
      [
        'x-contentful-signed-headers',
        'x-contentful-signed-headers,x-contentful-timestamp,x-contentful-topic',
      ],
      [
        'x-contentful-signature',
        '512ec47edb09327e1dfd4a4be327e3774575941d998790076269936d02a8a42d',
      ],
    ],
    body: '{"sys":{"id":"4QqAErm","type":"Entry"},"fields":{"title":{"de":"Übersicht"}}}',
    signedAt: 1772625600,
    eventType: 'ContentManagement.Entry.publish',
    messageId: '94516f9a3fe42e3065ad9ef4f2a9f865c9bf0a962db8b7cfcb470b42052ea22c',
  },
  {
    provider: 'hygraph',
    made: 'sdk',
    source: 'signed by hand; npm @hygraph/utils accepts it',
    recipe:
      'HMAC-SHA256 of {"Body":body as a JSON string,"EnvironmentName":env,"TimeStamp":t}, base64, as sign beside env and t in ms; key: the secret as UTF-8',
    secret: 'hygraph-secret',
    headers: [
      ['Content-Type', 'application/json'],
      [
        'gcms-signature',
        'sign=0csgk1qwxhwTLlJlMRye1g8cIZA+O9dx3NDZey3BXHM=, env=master, t=1772625600000',
      ],
    ],
    body: '{"operation":"publish","data":{"__typename":"Post","id":"cl1","title":"Grüße \\"Welt\\"","stage":"PUBLISHED"}}',
    signedAt: 1772625600,
    eventType: 'publish',
    messageId: null,
  },
  {
    provider: 'prismic',
    made: 'by-hand',
    source: 'https://prismic.io/docs/webhooks (recalled)',
    recipe: 'the secret as it is',
    secret: 'prismic-secret',
    headers: [['Content-Type', 'application/json']],
    body: '{"type":"api-update","secret":"prismic-secret","masterRef":"X6qn-RIAACMAVge1","domain":"acme","apiUrl":"https://acme.prismic.io/api"}',
    signedAt: null,
    eventType: 'api-update',
    messageId: null,
  },
  {
    provider: 'sanity',
    made: 'sdk',
    source: 'signed by hand; npm @sanity/webhook accepts it',
    recipe:
      'HMAC-SHA256 of timestamp.body, base64url without padding, as v1 beside t in ms; key: the secret as UTF-8',
    secret: 'sanity-secret',
    headers: [
      ['Content-Type', 'application/json'],
      ['sanity-operation', 'update'],
      ['idempotency-key', '2f1c'],
      [
        'sanity-webhook-signature',
        't=1772625600000,v1=CsG9VT7fs5qvuVxA9VveZ7OYing3YUYH-XKhBRVCW7Q',
      ],
    ],
    body: '{"_id":"resume","_type":"page","title":"Lebenslauf"}',
    signedAt: 1772625600,
    eventType: 'update',
    messageId: '2f1c',
  },
  {
    provider: 'storyblok',
    made: 'by-hand',
    source: 'https://www.storyblok.com/docs/guide/in-depth/webhooks (recalled)',
    recipe: 'HMAC-SHA1 of the body, hex; key: the secret as UTF-8',
    secret: 'storyblok-secret',
    headers: [
      ['Content-Type', 'application/json'],
      ['webhook-signature', 'a94cf4acc53e0713a8bd2c96739d255696528224'],
    ],
    body: '{"text":"published","action":"published","space_id":44819,"story_id":2168187,"full_slug":"pages/über-uns"}',
    signedAt: null,
    eventType: 'published',
    messageId: null,
  },
  {
    provider: 'strapi',
    made: 'by-hand',
    source: 'https://docs.strapi.io/cms/backend-customization/webhooks (recalled)',
    recipe: 'the header as it is',
    secret: 'Bearer strapi-secret',
    headers: [
      ['Content-Type', 'application/json'],
      ['X-Strapi-Event', 'entry.create'],
      ['Authorization', 'Bearer strapi-secret'],
    ],
    body: '{"event":"entry.create","createdAt":"2026-03-04T12:00:00Z","model":"address","entry":{"id":1}}',
    signedAt: null,
    eventType: 'entry.create',
    messageId: null,
  },
];
