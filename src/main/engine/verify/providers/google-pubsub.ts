// Google Cloud Pub/Sub: push subscriptions with authentication.

import type { ProviderEntry } from '../provider.ts';

export const googlePubsub: ProviderEntry = {
  id: 'google-pubsub',
  name: 'Google Cloud Pub/Sub push',
  sender: 'Google',
  category: 'cloud',
  docs: 'https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions',
  confidence: 'unconfirmed',
  secretHint: 'None is needed: the public keys of Google are fetched.',
  deadlineSeconds: 10,
  retries: 'Until it is acknowledged, or for 7 days.',
  messageId: 'json:$.message.messageId',
  eventType: 'json:$.message.attributes.eventType',
  rules: [
    {
      scheme: 'jwt',
      token: { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
      algs: ['RS256'],
      keysAt: { url: 'https://www.googleapis.com/oauth2/v3/certs', as: 'jwks' },
      claims: {
        iss: ['https://accounts.google.com', 'accounts.google.com'],
        aud: '{option:audience}',
        email: '{option:serviceAccount}',
        email_verified: true,
      },
    },
  ],
  options: [
    {
      key: 'audience',
      label: 'Audience',
      help: 'The audience of the push subscription; {url} stands for the push URL, which it is by default.',
      default: '{url}',
    },
    {
      key: 'serviceAccount',
      label: 'Service account',
      help: 'The e-mail address of the service account that the subscription authenticates as.',
      default: '',
    },
  ],
  clues: [
    { at: 'json:$.message.messageId', points: 2, says: 'a message with a messageId' },
    {
      at: 'json:$.subscription',
      like: /^projects\//,
      points: 2,
      says: 'a subscription of a project',
    },
  ],
  notes: ['The data of the message is base64.'],
};
