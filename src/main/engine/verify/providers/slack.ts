// Slack: events as JSON, slash commands as forms, and a challenge when the request URL is set.

import type { JsonValue, ProviderEntry, SampleEvent } from '../provider.ts';

export const slack: ProviderEntry = {
  id: 'slack',
  name: 'Slack',
  category: 'messaging',
  docs: 'https://docs.slack.dev/authentication/verifying-requests-from-slack',
  confidence: 'documented',
  secretHint:
    'The Signing Secret from Basic Information in the settings of the app, not the Verification Token.',
  deadlineSeconds: 3,
  retries: 'Events 3 times: at once, after 1 minute, after 5 minutes.',
  messageId: 'json:$.event_id',
  eventType: 'json:$.event.type|json:$.type|form:command',
  rules: [
    {
      scheme: 'hmac',
      hash: 'sha256',
      encoding: 'hex',
      key: 'utf8',
      signature: { in: 'header', name: 'X-Slack-Signature', style: 'plain', prefix: 'v0=' },
      signedContent: 'v0:{timestamp}:{body}',
      timestamp: { from: 'header:X-Slack-Request-Timestamp', unit: 's', tolerance: 300 },
    },
  ],
  handshake: {
    when: { method: 'POST', has: { 'json:$.type': 'url_verification' } },
    signed: true,
    respond: { status: 200, body: { text: '{json:$.challenge}' } },
  },
  clues: [
    { at: 'header:X-Slack-Signature', points: 3, says: 'an X-Slack-Signature header' },
    {
      at: 'header:X-Slack-Request-Timestamp',
      points: 2,
      says: 'an X-Slack-Request-Timestamp header',
    },
    { at: 'header:User-Agent', like: /^Slackbot /, points: 2, says: "Slack's User-Agent" },
    { at: 'json:$.type', like: /^url_verification$/, points: 2, says: 'the type url_verification' },
  ],
  samples: {
    headers: [
      ['User-Agent', 'Slackbot 1.0 (+https://api.slack.com/robots)'],
      ['Accept', '*/*'],
    ],
    events: [
      sample('app_mention', { text: '<@U0LAN0Z89> is it everything a river should be?' }),
      sample('message', { text: 'Live long and prospect.', channel_type: 'channel' }),
      {
        eventType: '/weather',
        headers: [['Content-Type', 'application/x-www-form-urlencoded']],
        body: {
          form: [
            ['token', '{alnum24:token}'],
            ['team_id', 'T0001'],
            ['team_domain', 'example'],
            ['channel_id', 'C2147483705'],
            ['channel_name', 'test'],
            ['user_id', 'U2147483697'],
            ['user_name', 'steve'],
            ['command', '/weather'],
            ['text', '94070'],
            ['response_url', 'https://hooks.slack.com/commands/1234/5678'],
            ['trigger_id', '13345224609.738474920.{hex40}'],
          ],
        },
      },
      {
        eventType: 'url_verification',
        headers: [['Content-Type', 'application/json']],
        body: {
          json: {
            token: '{alnum24:token}',
            challenge: '{alnum24:challenge}',
            type: 'url_verification',
          },
        },
      },
    ],
  },
};

function sample(type: string, fields: { [name: string]: JsonValue }): SampleEvent {
  return {
    eventType: type,
    headers: [['Content-Type', 'application/json']],
    body: {
      json: {
        token: '{alnum24:token}',
        team_id: 'T061EG9R6',
        api_app_id: 'A0FFV41KK',
        event: {
          type,
          user: 'U061F7AUR',
          ...fields,
          ts: '{unix}.000001',
          channel: 'C0LAN2Q65',
          event_ts: '{unix}.000001',
        },
        type: 'event_callback',
        event_id: 'Ev{digits10}',
        event_time: '{number:unix}',
        authed_users: ['U0LAN0Z89'],
      },
    },
  };
}
