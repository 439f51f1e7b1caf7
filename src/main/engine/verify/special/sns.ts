// What Amazon SNS signs.

import { bytesOf, type SpecialPart } from './part.ts';

const CONFIRMATIONS: readonly unknown[] = ['SubscriptionConfirmation', 'UnsubscribeConfirmation'];

/**
 * Amazon SNS (https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html, npm
 * sns-validator): names and values of the message in the order of the names, each on a line of its
 * own. A subject is part of it where there is one; what confirms a subscription has a URL and a token.
 */
export const snsMessage: SpecialPart = {
  words: 'values of an SNS message',
  covers: ['body'],
  wants: {
    'json:$.Message': 'A message.',
    'json:$.MessageId': '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    'json:$.TopicArn': 'arn:aws:sns:us-east-1:123456789012:topic',
    'json:$.Type': 'Notification',
  },
  read(request) {
    const isConfirmation = CONFIRMATIONS.includes(request.jsonAt(['Type']));
    const names = isConfirmation
      ? ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']
      : ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'];
    let text = '';
    for (const name of names) {
      const value = request.jsonAt([name]);
      if (name === 'Subject' && (value === undefined || value === null)) continue;
      if (typeof value !== 'string') return null;
      text += `${name}\n${value}\n`;
    }
    return bytesOf(text);
  },
};
