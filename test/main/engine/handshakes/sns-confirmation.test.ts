// Confirming a subscription of Amazon SNS: its own names lead to a server of the test's, which has the
// certificate and is what gets called; the message is signed for real.

import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type TestEngine, testEngine } from '../../../support/engine.ts';
import { RSA_CERTIFICATE, RSA_KEY } from '../keys/rsa-certificate.ts';
import { providerServer } from './provider-server.ts';

const topics = (engine: TestEngine, confirmHandshakes = false) =>
  engine.call('endpoints.create', {
    ...{ name: 'Topics', path: '/aws-sns', provider: 'aws-sns', confirmHandshakes },
  });

const URL_OF_SNS =
  'https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:us-east-1:1:orders&Token=2336412f';
/** Answers for Amazon: its certificate, and the confirmation. */
const amazon = () =>
  providerServer((request, response) => {
    const isCertificate = request.url?.endsWith('.pem');
    response.end(isCertificate ? RSA_CERTIFICATE : '<ConfirmSubscriptionResponse/>');
  });
const confirmation = (engine: TestEngine, SubscribeURL = URL_OF_SNS, key = RSA_KEY) => {
  const message = {
    Message: 'You have chosen to subscribe to the topic.',
    MessageId: '165545c9-2a5c-472c-8df2-7ff2be2b3b1b',
    ...{ SubscribeURL, Timestamp: new Date().toISOString(), Token: '2336412f' },
    ...{ TopicArn: 'arn:aws:sns:us-east-1:1:orders', Type: 'SubscriptionConfirmation' },
  };
  const signed = Object.entries(message).map(([name, value]) => `${name}\n${value}\n`);
  const Signature = sign('sha256', Buffer.from(signed.join('')), key).toString('base64');
  return fetch(`${engine.receiverUrl}/aws-sns`, {
    method: 'POST',
    headers: {
      'Content-Type': 'text/plain; charset=UTF-8',
      'x-amz-sns-message-type': 'SubscriptionConfirmation',
    },
    body: JSON.stringify({
      ...message,
      ...{ SignatureVersion: '2', Signature },
      SigningCertURL: 'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-1.pem',
    }),
  });
};
const finished = (engine: TestEngine) =>
  engine.event((event) =>
    event.type === 'attempt.changed' && event.attempt.outcome !== 'pending'
      ? event.attempt
      : undefined,
  );

describe('a confirmation of Amazon SNS', () => {
  it('is called after a click, and no sooner', async () => {
    const { agent, asked } = await amazon();
    const engine = await testEngine({ providerAgent: agent });
    await topics(engine);
    expect((await confirmation(engine)).status).toBe(200);
    const { id, handshakeDetail } = await engine.delivery(0);
    expect(handshakeDetail).toMatchObject({ callBack: new URL(URL_OF_SNS).href, signed: true });
    expect(asked.filter((url) => url.includes('ConfirmSubscription'))).toEqual([]);
    const { attempt } = await engine.call('deliveries.confirmHandshake', { id });
    expect(attempt).toMatchObject({ trigger: 'handshake', status: 200 });
    expect(asked).toContain(`GET ${URL_OF_SNS}`);
    expect(
      engine.snapshot().notices.filter(({ code }) => code.startsWith('handshake-')),
    ).toMatchObject([{ level: 'info' }]);
  });

  it('is called by itself where the user allowed it', async () => {
    const { agent, asked } = await amazon();
    const engine = await testEngine({ providerAgent: agent });
    await topics(engine, true);
    const called = finished(engine);
    await confirmation(engine);
    expect(await called).toMatchObject({ status: 200, destination: URL_OF_SNS });
    expect(asked.filter((url) => url.includes('ConfirmSubscription'))).toHaveLength(1);
  });

  it('is not called by itself when somebody else signed it', async () => {
    const forger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const { agent, asked } = await amazon();
    const engine = await testEngine({ providerAgent: agent });
    await topics(engine, true);
    const judged = engine.event((event) =>
      event.type === 'notice' && event.notice.code.startsWith('handshake-call')
        ? event.notice
        : undefined,
    );
    const pem = String(forger.export({ type: 'pkcs8', format: 'pem' }));
    await confirmation(engine, URL_OF_SNS, pem);
    expect((await judged).message).toContain('was not verified');
    const { id } = await engine.delivery(0);
    const { verdict, attempts } = await engine.call('deliveries.get', { id });
    expect([verdict.status, attempts]).toEqual(['failed', []]);
    expect(asked.filter((url) => url.includes('ConfirmSubscription'))).toEqual([]);
  });

  it.each([
    'https://sns.us-east-1.amazonaws.com.attacker.example/?Action=ConfirmSubscription',
    'https://bucket.s3.us-east-1.amazonaws.com/?Action=ConfirmSubscription',
    'http://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription',
  ])('is never called at %s', async (url) => {
    const { agent, asked } = await amazon();
    const engine = await testEngine({ providerAgent: agent });
    await topics(engine, true);
    await confirmation(engine, url);
    const { id, handshakeDetail } = await engine.delivery(0);
    expect(handshakeDetail).toMatchObject({
      callBack: null,
      note: expect.stringContaining('not called'),
    });
    const confirming = engine.call('deliveries.confirmHandshake', { id });
    await expect(confirming).rejects.toMatchObject({ code: 'conflict' });
    expect(asked.filter((one) => one.includes('ConfirmSubscription'))).toEqual([]);
  });
});
