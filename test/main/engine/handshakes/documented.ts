// Every handshake as its provider documents it, and the answer it waits for, byte for byte. Nothing
// here uses the engine: what has to be computed is computed by node:crypto alone.

import { createCipheriv, createHash, createHmac } from 'node:crypto';
import type { HeaderList } from '../../../../src/shared/headers.ts';

export interface Documented {
  /** The provider, and behind a space which of its handshakes. */
  name: string;
  method: string;
  query?: string;
  headers?: HeaderList;
  body?: string;
  /** Of the endpoint. */
  secrets?: string[];
  options?: Record<string, string>;
  answer: { status: number; headers: HeaderList; body: string };
}

const NO_SNIFF: HeaderList[number] = ['X-Content-Type-Options', 'nosniff'];
const text = (body: string) => ({
  ...{ status: 200, body },
  headers: [['Content-Type', 'text/plain'], NO_SNIFF] as HeaderList,
});
const json = (body: string, ...more: HeaderList) => ({
  ...{ status: 200, body },
  headers: [['Content-Type', 'application/json'], NO_SNIFF, ...more] as HeaderList,
});
const empty = (status = 200, headers: HeaderList = []) => ({ status, headers, body: '' });

const JSON_TYPE: HeaderList[number] = ['Content-Type', 'application/json'];
const post = (name: string, body: unknown, answer: Documented['answer']): Documented => ({
  ...{ name, method: 'POST', headers: [JSON_TYPE], body: JSON.stringify(body), answer },
});
const get = (name: string, query: string, answer: Documented['answer']): Documented => ({
  ...{ name, method: 'GET', query, answer },
});
const head = (name: string): Documented => ({ name, method: 'HEAD', answer: empty() });

const hmac = (hash: string, key: string | Buffer, content: string) =>
  createHmac(hash, key).update(content);
const sha1 = (value: string) => createHash('sha1').update(value).digest();

const HUB = 'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=meatyhamhock';
const PUBLIC_KEY = '3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29';

function larkEncrypted(key: string, content: string): string {
  const vector = Buffer.alloc(16, 7);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), vector);
  return Buffer.concat([vector, cipher.update(content), cipher.final()]).toString('base64');
}

const WECOM = { token: 'QDG6eK', aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C' };

/** The document's own token and key; the message is padded to 32 bytes and names its receiver. */
function wecomQuery(message: string): string {
  const key = Buffer.from(WECOM.aesKey, 'base64');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(message));
  const plain = Buffer.concat([
    Buffer.alloc(16, 1),
    length,
    Buffer.from(`${message}wx5823bf96d3bd56c7`),
  ]);
  const padding = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
  const echostr = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
  const seconds = String(Math.floor(Date.now() / 1000));
  const sorted = [WECOM.token, seconds, '1372623149', echostr].sort().join('');
  const signature = createHash('sha1').update(sorted).digest('hex');
  return `msg_signature=${signature}&timestamp=${seconds}&nonce=1372623149&echostr=${encodeURIComponent(echostr)}`;
}

export const DOCUMENTED: readonly Documented[] = [
  post('blockmark', { event: 'endpoint.verify', secret: 'abc123' }, text('abc123')),
  {
    ...{ name: 'cloudevents with a rate', method: 'OPTIONS' },
    headers: [
      ['WebHook-Request-Origin', 'eventemitter.example.com'],
      ['WebHook-Request-Rate', '120'],
    ],
    answer: empty(200, [
      ['WebHook-Allowed-Origin', 'eventemitter.example.com'],
      ['WebHook-Allowed-Rate', '120'],
    ]),
  },
  {
    ...{ name: 'cloudevents', method: 'OPTIONS' },
    headers: [['WebHook-Request-Origin', 'eventemitter.example.com']],
    answer: empty(200, [['WebHook-Allowed-Origin', 'eventemitter.example.com']]),
  },
  post(
    'terraform-cloud',
    { payload_version: 1, notifications: [{ message: 'Verification', trigger: 'verification' }] },
    empty(),
  ),
  post(
    'slack',
    { token: 'Jhj5dZ', challenge: '3eZbrw1aBm2rZgRNFdxV2595', type: 'url_verification' },
    text('3eZbrw1aBm2rZgRNFdxV2595'),
  ),
  post('discord interactions', { type: 1, application_id: '1' }, json('{"type":1}')),
  post('discord webhook-events', { version: 1, application_id: '1', type: 0 }, empty(204)),
  {
    ...post('discord bad-signature', { type: 1 }, text('')),
    headers: [
      JSON_TYPE,
      ['X-Signature-Ed25519', 'ab'.repeat(64)],
      ['X-Signature-Timestamp', '1700000000'],
    ],
    secrets: [PUBLIC_KEY],
    answer: { ...text('invalid request signature'), status: 401 },
  },
  post('line', { destination: 'U1', events: [] }, empty()),
  post('viber', { event: 'webhook', timestamp: 1457764197627 }, empty()),
  get('mailchimp', '', empty()),
  head('mandrill'),
  head('intercom'),
  head('trello'),
  get(
    'nylas',
    'challenge=bc609b38-c81f-47fb-a275-1d9bd61be968',
    text('bc609b38-c81f-47fb-a275-1d9bd61be968'),
  ),
  {
    ...post('front', {}, text('front-challenge')),
    headers: [JSON_TYPE, ['X-Front-Challenge', 'front-challenge']],
  },
  post('salesforce-mc', { callbackId: 'c', verificationKey: 'k', signatureKey: 's' }, empty()),
  {
    ...{ name: 'ringcentral', method: 'POST', headers: [['Validation-Token', '6b1f-4e']] },
    answer: empty(200, [['Validation-Token', '6b1f-4e']]),
  },
  post('ramp', { challenge: 'ramp-1' }, json('{"challenge":"ramp-1"}')),
  {
    ...post('xero', { events: [], firstEventSequence: 0, entropy: 'S0m3r4Nd0mt3xt' }, empty()),
    headers: [
      JSON_TYPE,
      [
        'x-xero-signature',
        hmac(
          'sha256',
          'xero-key',
          '{"events":[],"firstEventSequence":0,"entropy":"S0m3r4Nd0mt3xt"}',
        ).digest('base64'),
      ],
    ],
    secrets: ['xero-key'],
  },
  {
    ...post('xero bad-signature', { events: [], entropy: 'S0m3r4Nd0mt3xt' }, empty(401)),
    headers: [JSON_TYPE, ['x-xero-signature', sha1('').toString('base64')]],
    secrets: ['xero-key'],
  },
  get('dropbox', 'challenge=dbx-1', text('dbx-1')),
  get('onfleet', 'check=d1a2b3', text('d1a2b3')),
  {
    ...{ name: 'woocommerce', method: 'POST', body: 'webhook_id=17' },
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    answer: empty(),
  },
  {
    ...get('okta', '', json('{"verification":"okta-\\"1\\""}')),
    headers: [['X-Okta-Verification-Challenge', 'okta-"1"']],
  },
  get('meta', HUB, text('1158201444')),
  get('whatsapp', HUB, text('1158201444')),
  get('instagram', HUB, text('1158201444')),
  { ...get('messenger', HUB, text('1158201444')), options: { verifyToken: 'meatyhamhock' } },
  get('strava', HUB, json('{"hub.challenge":"1158201444"}')),
  get('youtube-websub', 'hub.mode=subscribe&hub.topic=t&hub.challenge=yt%2B1', text('yt+1')),
  {
    ...get('x-twitter', 'crc_token=9b4507b3-9040-4669', json('')),
    secrets: ['consumer secret'],
    answer: json(
      `{"response_token":"sha256=${hmac('sha256', 'consumer secret', '9b4507b3-9040-4669').digest('base64')}"}`,
    ),
  },
  {
    ...post(
      'twitch',
      { challenge: 'pogchamp-kappa-360noscope-vohiyo', subscription: { id: 'f1c2' } },
      text('pogchamp-kappa-360noscope-vohiyo'),
    ),
    headers: [JSON_TYPE, ['Twitch-Eventsub-Message-Type', 'webhook_callback_verification']],
  },
  post(
    'douyin',
    { event: 'verify_webhook', client_key: 'k', content: { challenge: 12345 } },
    json('{"challenge":12345}'),
  ),
  {
    ...{ name: 'asana', method: 'POST', headers: [['X-Hook-Secret', 'b537207f20cbfa02357cf448']] },
    answer: empty(200, [['X-Hook-Secret', 'b537207f20cbfa02357cf448']]),
  },
  post(
    'monday',
    { challenge: '3eZbrw1aBm2rZgRNFdxV' },
    json('{"challenge":"3eZbrw1aBm2rZgRNFdxV"}'),
  ),
  post(
    'notion',
    { verification_token: 'secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl' },
    empty(),
  ),
  post('figma', { event_type: 'PING', passcode: 'p', webhook_id: '22' }, empty()),
  post('miro', { challenge: 'miro-1' }, json('{"challenge":"miro-1"}')),
  {
    ...post('smartsheet', { challenge: 'ss-1', webhookId: 1 }, empty()),
    headers: [JSON_TYPE, ['Smartsheet-Hook-Challenge', 'ss-1']],
    answer: json('{"smartsheetHookResponse":"ss-1"}', ['Smartsheet-Hook-Response', 'ss-1']),
  },
  {
    ...post(
      'zoom',
      { payload: { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' }, event: 'endpoint.url_validation' },
      empty(),
    ),
    secrets: ['zoom-token'],
    answer: json(
      `{"plainToken":"qgg8vlvZRS6UYooatFL8Aw","encryptedToken":"${hmac('sha256', 'zoom-token', 'qgg8vlvZRS6UYooatFL8Aw').digest('hex')}"}`,
    ),
  },
  post(
    'lark',
    { challenge: 'ajls384kdjx98XX', token: 'xxxxxx', type: 'url_verification' },
    json('{"challenge":"ajls384kdjx98XX"}'),
  ),
  {
    ...post(
      'lark encrypted',
      {
        encrypt: larkEncrypted(
          'kudryavka',
          '{"challenge":"ajls384kdjx98XX","token":"xxxxxx","type":"url_verification"}',
        ),
      },
      json('{"challenge":"ajls384kdjx98XX"}'),
    ),
    secrets: ['kudryavka'],
  },
  {
    ...post(
      'aws-sns',
      {
        Type: 'SubscriptionConfirmation',
        SubscribeURL: 'https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription&Token=1',
      },
      empty(),
    ),
    headers: [
      ['Content-Type', 'text/plain; charset=UTF-8'],
      ['x-amz-sns-message-type', 'SubscriptionConfirmation'],
    ],
  },
  {
    ...post(
      'azure-event-grid event-grid-schema',
      [{ id: '1', data: { validationCode: '512d38b6-c7b8' } }],
      json('{"validationResponse":"512d38b6-c7b8"}'),
    ),
    headers: [JSON_TYPE, ['aeg-event-type', 'SubscriptionValidation']],
  },
  {
    ...{ name: 'azure-event-grid cloudevents-schema', method: 'OPTIONS' },
    headers: [['WebHook-Request-Origin', 'eventgrid.azure.net']],
    answer: empty(200, [
      ['WebHook-Allowed-Origin', 'eventgrid.azure.net'],
      ['WebHook-Allowed-Rate', '*'],
    ]),
  },
  {
    ...{
      name: 'microsoft-graph',
      method: 'POST',
      query: 'validationToken=Validation%3A+Testing%20it',
    },
    answer: text('Validation: Testing it'),
  },
  post('daily', { test: 'test' }, empty()),
  post('moralis', { confirmed: true, chainId: '', streamId: '', txs: [] }, empty()),
  {
    ...get('braintree', 'bt_challenge=20f9f8ed05f77439fe955c977e4c8a53', empty()),
    secrets: ['integration_private_key'],
    options: { publicKey: 'integration_public_key' },
    // As braintree_node's own test expects it.
    answer: text('integration_public_key|d9b899556c966b3f06945ec21311865d35df3ce4'),
  },
  {
    ...get('wecom', wecomQuery('1616140317555161061'), text('1616140317555161061')),
    secrets: [WECOM.token, WECOM.aesKey],
  },
  {
    ...get('linkedin', 'challengeCode=890e4665-4dfe-4ab1-b689-ed553bceeed0', empty()),
    secrets: ['client secret'],
    answer: json(
      `{"challengeCode":"890e4665-4dfe-4ab1-b689-ed553bceeed0","challengeResponse":"${hmac('sha256', 'client secret', '890e4665-4dfe-4ab1-b689-ed553bceeed0').digest('hex')}"}`,
    ),
  },
  {
    ...{ name: 'dropbox-sign', method: 'POST' },
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: `json=${encodeURIComponent('{"event":{"event_type":"callback_test","event_time":"1"}}')}`,
    answer: text('Hello API Event Received'),
  },
];
