// PayPal.

import type { ProviderEntry } from '../provider.ts';
import { paypalSamples } from '../samples/paypal.ts';

export const paypal: ProviderEntry = {
  id: 'paypal',
  name: 'PayPal',
  category: 'payments',
  docs: 'https://developer.paypal.com/api/rest/webhooks/rest/',
  confidence: 'corroborated',
  secretHint:
    'The webhook ID from the app in the developer dashboard; it is no secret, but signed.',
  retries: 'Up to 25 times over 3 days.',
  messageId: 'header:PAYPAL-TRANSMISSION-ID',
  eventType: 'json:$.event_type',
  rules: [
    {
      scheme: 'rsa',
      hash: 'sha256',
      encoding: 'base64',
      keysAt: {
        url: 'header:PAYPAL-CERT-URL',
        hosts: ['*.paypal.com'],
        // As PayPal's own library for Java has it.
        certificateName: 'messageverificationcerts*.paypal.com',
        as: 'pem',
        simulated: 'WEBHOOK_ID',
      },
      signature: { in: 'header', name: 'PAYPAL-TRANSMISSION-SIG', style: 'plain' },
      signedContent: '{id}|{timestamp}|{secret}|{crc32:body}',
      timestamp: { from: 'header:PAYPAL-TRANSMISSION-TIME', unit: 'iso', tolerance: null },
    },
  ],
  notes: [
    'Events of the simulator are signed for the webhook ID "WEBHOOK_ID".',
    'The checksum of the body is the CRC-32 of its bytes as a decimal number.',
  ],
  samples: paypalSamples,
};
