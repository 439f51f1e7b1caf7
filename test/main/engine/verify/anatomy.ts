// Where each provider puts what a signature is made of, so that the tests can change it there.

export interface Anatomy {
  signatureHeader: string;
  /** The signature inside its header's value. */
  signature: RegExp;
  timestamp: { header: string; pattern: RegExp; tolerance: number } | null;
  coversBody: boolean;
}

const inOwnHeader = (header: string, tolerance = 300): Anatomy['timestamp'] => ({
  header,
  pattern: /^\d+$/,
  tolerance,
});
const inSignature = (header: string, tolerance: number): Anatomy['timestamp'] => ({
  header,
  pattern: /(?<=t=)\d+/,
  tolerance,
});

export const ANATOMY: Record<string, Anatomy> = {
  blockmark: {
    signatureHeader: 'X-Token',
    signature: /^[0-9a-f]{64}$/,
    timestamp: null,
    coversBody: false,
  },
  pocketbook: {
    signatureHeader: 'X-Webhook-Signature',
    signature: /(?<=v1=)[0-9a-f]{64}/,
    timestamp: inSignature('X-Webhook-Signature', 300),
    coversBody: true,
  },
  bloock: {
    signatureHeader: 'Bloock-Signature',
    signature: /(?<=v1=)[0-9a-f]{64}/,
    timestamp: inSignature('Bloock-Signature', 600),
    coversBody: true,
  },
  licensechain: {
    signatureHeader: 'X-Webhook-Signature',
    signature: /^[0-9a-f]{64}$/,
    timestamp: null,
    coversBody: true,
  },
  stripe: {
    signatureHeader: 'Stripe-Signature',
    signature: /(?<=v1=)[0-9a-f]{64}/,
    timestamp: inSignature('Stripe-Signature', 300),
    coversBody: true,
  },
  github: {
    signatureHeader: 'X-Hub-Signature-256',
    signature: /(?<=sha256=)[0-9a-f]{64}/,
    timestamp: null,
    coversBody: true,
  },
  slack: {
    signatureHeader: 'X-Slack-Signature',
    signature: /(?<=v0=)[0-9a-f]{64}/,
    timestamp: inOwnHeader('X-Slack-Request-Timestamp'),
    coversBody: true,
  },
  shopify: {
    signatureHeader: 'X-Shopify-Hmac-Sha256',
    signature: /^[A-Za-z0-9+/]{43}=$/,
    timestamp: null,
    coversBody: true,
  },
  'standard-webhooks': {
    signatureHeader: 'webhook-signature',
    signature: /(?<=v1,)[A-Za-z0-9+/]{43}=/,
    timestamp: inOwnHeader('webhook-timestamp'),
    coversBody: true,
  },
  hmac: {
    signatureHeader: 'X-Signature',
    signature: /^[0-9a-f]{64}$/,
    timestamp: null,
    coversBody: true,
  },
};

/** The list of checks as `checksOf` writes it, with the given ones failing. */
export const checkList = (time: string[], failing: string[]) =>
  ['header-present', 'well-formed', ...time, 'signature']
    .map((name) => `${name}${failing.includes(name) ? '-' : '+'}`)
    .join(' ');
