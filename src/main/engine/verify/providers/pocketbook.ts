// Pocketbook Studio: Stripe's form of header under another name, with a tolerance both ways.

import type { JsonValue, ProviderEntry, SampleEvent } from '../provider.ts';

const CERTIFICATE = '{hex24:certificate}';
const VOUCHER = '{hex24:voucher}';
const OWNER = '0x1234567890123456789012345678901234567890';

export const pocketbook: ProviderEntry = {
  id: 'pocketbook',
  name: 'Pocketbook',
  category: 'payments',
  docs: 'https://docs.pocketbook.studio/guides/webhook-integration.html',
  confidence: 'documented',
  secretHint: 'The webhook secret, whsec_…, shown when the webhook is created. Paste it whole.',
  deadlineSeconds: 30,
  retries: 'Retries with exponential backoff; the schedule is not documented.',
  messageId: 'json:$.id',
  eventType: 'json:$.type',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: {
        in: 'header',
        name: 'X-Webhook-Signature',
        style: 'kv',
        separator: ',',
        sigKeys: ['v1'],
        timestampKey: 't',
      },
      signedContent: '{timestamp}.{body}',
      timestamp: { from: 'signature', unit: 's', tolerance: 300 },
    },
  ],
  clues: [
    {
      at: 'header:X-Webhook-Signature',
      like: /^t=\d+,\s*v1=/,
      points: 2,
      says: 'an X-Webhook-Signature header of the form t=…,v1=…',
    },
    {
      at: 'json:$.type',
      like: /^(?:certificate|voucher|bulk_job)\./,
      points: 1,
      says: 'an event named certificate, voucher or bulk_job',
    },
    { at: 'json:$.id', like: /^evt_/, points: 1, says: 'an id that starts with evt_' },
  ],
  samples: {
    headers: [['Content-Type', 'application/json']],
    events: [
      sample('certificate.created', {
        certificateId: CERTIFICATE,
        name: 'Achievement Certificate',
        description: 'Awarded for completion',
        imageUrl: 'https://ipfs.io/ipfs/QmHash...',
        owner: OWNER,
        metadata: {
          category: 'education',
          attributes: [{ trait_type: 'Course', value: 'Web Development 101' }],
        },
        createdAt: '{iso}',
      }),
      sample('certificate.minted', {
        certificateId: CERTIFICATE,
        tokenId: '123456',
        transactionHash: '0x{hex64}',
        owner: OWNER,
        mintedAt: '{iso}',
      }),
      sample('certificate.transferred', {
        certificateId: CERTIFICATE,
        tokenId: '123456',
        from: OWNER,
        to: '0x0987654321098765432109876543210987654321',
        transactionHash: '0x{hex64}',
        transferredAt: '{iso}',
      }),
      sample('certificate.burned', {
        certificateId: CERTIFICATE,
        tokenId: '123456',
        transactionHash: '0x{hex64}',
        burnedAt: '{iso}',
      }),
      sample('voucher.created', {
        voucherId: VOUCHER,
        certificateId: CERTIFICATE,
        referenceNumber: 'PB-ABC123',
        expiry: '{unix:+365d}',
        metadata: { recipientEmail: 'user@example.com', recipientName: 'John Doe' },
        claimUrl: `https://pocketbook.studio/claim/${VOUCHER}`,
        createdAt: '{iso}',
      }),
      sample('voucher.minted', {
        voucherId: VOUCHER,
        certificateId: CERTIFICATE,
        referenceNumber: 'PB-ABC123',
        mintedBy: OWNER,
        transactionHash: '0x{hex64}',
        mintedAt: '{iso}',
      }),
      sample('voucher.expired', {
        voucherId: VOUCHER,
        certificateId: CERTIFICATE,
        referenceNumber: 'PB-ABC123',
        expiredAt: '{iso}',
      }),
      sample('bulk_job.started', { jobId: '{hex24:job}', totalCount: 100, startedAt: '{iso}' }),
      sample('bulk_job.completed', {
        jobId: '{hex24:job}',
        totalCount: 100,
        successCount: 98,
        failedCount: 2,
        voucherLinks: {
          voucher_all: ['https://pocketbook.studio/claim/...'],
          voucher_success: ['https://pocketbook.studio/claim/...'],
        },
        completedAt: '{iso}',
      }),
      sample('bulk_job.failed', {
        jobId: '{hex24:job}',
        error: 'Processing error occurred',
        failedAt: '{iso}',
      }),
    ],
  },
};

function sample(type: string, data: JsonValue): SampleEvent {
  return {
    eventType: type,
    body: { json: { id: 'evt_{digits10}', type, created: '{number:unix}', data } },
  };
}
