// Published deliveries that carry a JSON Web Token.

import type { Vector } from './vectors/vector.ts';

const MESSAGEBIRD = {
  provider: 'messagebird',
  secret: '36efdd1aace2e26cd490f0d951138253bef2f7c6d34d18981da781555cc4cebb',
  signedAt: 1625479200,
};
const SOURCE = 'messagebird-nodejs lib/testdata/webhook-signature-jwt-reference.json';

export const TOKEN_VECTORS: readonly Vector[] = [
  {
    ...MESSAGEBIRD,
    made: 'published',
    source: `${SOURCE}, without a body`,
    url: 'https://example.com/',
    headers: [
      [
        'MessageBird-Signature-JWT',
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI1OWEyNDRkYy1lOWFkLTRlMjMtOTc3OC0zNzFmYWEyMzhmNzIiLCJ1cmxfaGFzaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5ZDcifQ.6Fp0rVOsRr1fj9S2GidXAfkmPVofKr8_RTffC6G6r2E',
      ],
    ],
    body: '',
    eventType: null,
    messageId: '59a244dc-e9ad-4e23-9778-371faa238f72',
  },
  {
    ...MESSAGEBIRD,
    made: 'published',
    source: `${SOURCE}, with a query and a body`,
    url: 'https://example.com/path?bar=1&foo=2',
    headers: [
      [
        'MessageBird-Signature-JWT',
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZXhwIjoxNjI1NDc5MjYwLCJqdGkiOiI5M2U1NTAwNi1hMGU4LTQ1MjYtYTE5MC1mYTVmZjAwZWExMTYiLCJ1cmxfaGFzaCI6IjQxZjA1ZjBkZGQwYTIyYWIyMDlhYzQ2ZjQ3YzQ1NzJkOWNlZmEyNTdlZDc0YjI0MDA0YmFlNzUzZWNlNmMyNjAiLCJwYXlsb2FkX2hhc2giOiJkZmZkNjAyMWJiMmJkNWIwYWY2NzYyOTA4MDllYzNhNTMxOTFkZDgxYzdmNzBhNGIyODY4OGEzNjIxODI5ODZmIn0._H--TOuYFLpeEH39-rg5E3IHVkjHozBcaKVWPRC5m9I',
      ],
    ],
    body: 'Hello, World!',
    eventType: null,
    messageId: '93e55006-a0e8-4526-a190-fa5ff00ea116',
  },
];
