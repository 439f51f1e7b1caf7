// Deliveries of providers of cloud platforms.

import { RSA_JWKS, SNS_CERTIFICATE, TRAVIS_CONFIG } from './keys.ts';
import type { Vector } from './vector.ts';

export const CLOUD_VECTORS: readonly Vector[] = [
  {
    provider: 'aws-sns',
    made: 'by-hand',
    source: 'npm sns-validator index.js',
    recipe:
      'RSA with SHA256 of the names and values of Message, MessageId, Subject, Timestamp, TopicArn and Type, each on a line, base64; key: the certificate at SigningCertURL',
    secret: '',
    headers: [
      ['Content-Type', 'text/plain; charset=UTF-8'],
      ['x-amz-sns-message-type', 'Notification'],
      ['x-amz-sns-message-id', '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324'],
    ],
    body: '{\n  "Type": "Notification",\n  "MessageId": "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",\n  "TopicArn": "arn:aws:sns:us-west-2:123456789012:MyTopic",\n  "Subject": "My First Message",\n  "Message": "Grüße, Welt",\n  "Timestamp": "2026-03-04T12:00:00.000Z",\n  "SigningCertURL": "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-c5ae4da6.pem",\n  "UnsubscribeURL": "https://sns.us-west-2.amazonaws.com/?Action=Unsubscribe",\n  "SignatureVersion": "2",\n  "Signature": "cHMItLSy1ugMjC2LcNihMFCD3QCVOSqlRRv+VFGGmH2LokKhOCAVcRUuFXzPbNu8yyWB55YUoPIXnMiisvmE2e/+RT+ZtyuLV0o6kjegAVrkmjRUnDuDzmCnzisG/we/4vgZbPc62+LijjBrPzIHXGgQRqxa3Ugnp8b7cyUgTmY30lM5r0YDo6yPvUm6u9tryOix0rnqipdeJf/ICvKjhFnI32/2d6BiBXdm7n5AM4vXljCxj3n8/WJ3F8yBWrIWA8OQ16W4HHcmob0jp5OeHToteVg4WUY1knLvOr1EGv0ArB9hWDPWOBr6G6fvffrgvlMT5LkfGenD+Kk0IMHA8g=="\n}',
    signedAt: 1772625600,
    eventType: 'Notification',
    messageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    keys: {
      url: 'https://sns.us-west-2.amazonaws.com/SimpleNotificationService-c5ae4da6.pem',
      text: SNS_CERTIFICATE,
    },
  },
  {
    provider: 'aws-sns',
    made: 'by-hand',
    source: 'npm sns-validator index.js',
    recipe:
      'RSA with SHA1 of the names and values of Message, MessageId, Subject, Timestamp, TopicArn and Type, each on a line, base64; key: the certificate at SigningCertURL',
    secret: '',
    headers: [
      ['Content-Type', 'text/plain; charset=UTF-8'],
      ['x-amz-sns-message-type', 'Notification'],
      ['x-amz-sns-message-id', '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324'],
    ],
    body: '{\n  "Type": "Notification",\n  "MessageId": "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",\n  "TopicArn": "arn:aws:sns:us-west-2:123456789012:MyTopic",\n  "Subject": "My First Message",\n  "Message": "Grüße, Welt",\n  "Timestamp": "2026-03-04T12:00:00.000Z",\n  "SigningCertURL": "https://sns.us-west-2.amazonaws.com/SimpleNotificationService-c5ae4da6.pem",\n  "UnsubscribeURL": "https://sns.us-west-2.amazonaws.com/?Action=Unsubscribe",\n  "SignatureVersion": "1",\n  "Signature": "bj9XzqF1vHhuly6N2bNWwvh+oOVyGzJvJRXItn53jH0FDmnCGuqKKSbbl14sTzA3LBjCoitWfWYD1DzF7Ks6+wqpnZKLvzEU78MWSvXz8WdfEuct7jcbl8nyuOs19+EwjFg25a/I1KDNXesWEPvoNVai9vz8UAINnvtb0uUkjxhYkeiqGpHqLfSpdPcRbTdYAMhIntYGhgzvH7TmSTFwX4ifmG+tiRo/iPX+E2aE5QwgB9ZgyowpHyuIZHO0IZmCPBlYhKZ79cRTo0HJ4QLjKgo1xnOO4QPgP1NuyOtPmU3zplLqlhq1J2/fz4sIVnG69Th4ykAzSbYi5fF9ql4jXQ=="\n}',
    signedAt: 1772625600,
    eventType: 'Notification',
    messageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    keys: {
      url: 'https://sns.us-west-2.amazonaws.com/SimpleNotificationService-c5ae4da6.pem',
      text: SNS_CERTIFICATE,
    },
  },
  {
    provider: 'aws-sns',
    made: 'by-hand',
    source: 'npm sns-validator index.js',
    recipe:
      'RSA with SHA256 of the names and values of Message, MessageId, SubscribeURL, Timestamp, Token, TopicArn and Type, each on a line, base64; key: the certificate at SigningCertURL',
    secret: '',
    headers: [
      ['Content-Type', 'text/plain; charset=UTF-8'],
      ['x-amz-sns-message-type', 'SubscriptionConfirmation'],
      ['x-amz-sns-message-id', '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324'],
    ],
    body: '{"Type":"SubscriptionConfirmation","MessageId":"22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324","TopicArn":"arn:aws:sns:us-west-2:123456789012:MyTopic","Message":"You have chosen to subscribe","Timestamp":"2026-03-04T12:00:00.000Z","SigningCertURL":"https://sns.us-west-2.amazonaws.com/SimpleNotificationService-c5ae4da6.pem","Token":"2336412f37fb687f5d51e6e241d09c80","SubscribeURL":"https://sns.us-west-2.amazonaws.com/?Action=ConfirmSubscription","SignatureVersion":"2","Signature":"LQKB5Cx/mYNBSJIP6EesUelzfhJTh212rURioL05y8tfk3C5XtTEffhe2rmevw0kA9Ho8c+LF4T9R/mzgSam0jVL39Te568YBM3JZ97Nr25FVGFp5c92BQBKRtDnPsF5UlxYbpWxN4I62TL8Hl9eWK321xVKGtUOcbgjXIz1dV5dRfSZWgmA4uWmcNXtVhIToV4zFCBHDuxV6s8c7985vgbgerJf8eO15MKu1G9fjkURCtc5oiipOAfQHlYBjVYVm0koUbF3md4tlou2NagHoX3gRS+4H37EfQelFq9Kr7o/65NxA2X9CC+dMsaYzrfVDo9P3w2TTi4LQrt1dCye3A=="}',
    signedAt: 1772625600,
    eventType: 'SubscriptionConfirmation',
    messageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    keys: {
      url: 'https://sns.us-west-2.amazonaws.com/SimpleNotificationService-c5ae4da6.pem',
      text: SNS_CERTIFICATE,
    },
  },
  {
    provider: 'azure-event-grid',
    made: 'by-hand',
    source:
      'https://learn.microsoft.com/en-us/azure/event-grid/end-point-validation-event-grid-events-schema (recalled)',
    recipe: 'the token as it is',
    secret: 'eg-token',
    url: 'https://hooks.example.com/in?token=eg-token',
    headers: [
      ['Content-Type', 'application/json'],
      ['aeg-event-type', 'Notification'],
    ],
    body: '[{"id":"831e1650-001e-001b-66ab-eeb76e069631","topic":"/subscriptions/1","subject":"/blobServices/default","eventType":"Microsoft.Storage.BlobCreated","eventTime":"2026-03-04T12:00:00Z","data":{"api":"PutBlob"},"dataVersion":"","metadataVersion":"1"}]',
    signedAt: null,
    eventType: 'Microsoft.Storage.BlobCreated',
    messageId: '831e1650-001e-001b-66ab-eeb76e069631',
  },
  {
    provider: 'azure-event-grid',
    made: 'by-hand',
    source:
      'https://learn.microsoft.com/en-us/azure/event-grid/end-point-validation-event-grid-events-schema (recalled)',
    recipe:
      'JWT by RS256 behind "Bearer " with the application ID URI as aud; key: the JWKS of Microsoft Entra ID',
    secret: '',
    options: { audience: 'api://hooks' },
    headers: [
      ['Content-Type', 'application/json'],
      ['aeg-event-type', 'Notification'],
      [
        'Authorization',
        'Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImtleS0xIiwidHlwIjoiSldUIn0.eyJhdWQiOiJhcGk6Ly9ob29rcyIsImlzcyI6Imh0dHBzOi8vc3RzLndpbmRvd3MubmV0L3QxLyIsImlhdCI6MTc3MjYyNTYwMCwibmJmIjoxNzcyNjI1NjAwLCJleHAiOjE3NzI2MjkyMDB9.nKQ5i-POU4Jykkye7kpYop6_-GCxsFUzVMpDM_kdnzzp3wcCJEP9t_I6w6EC83TI_ENHZ9BlcCbhvhtrHo8ZWSYwCS0pV83tS87e8FYYy_iOIeYZavV6qsfSKERiNe0KW2wKyTKleXjGmASoSaBLe4OuaScNyjVqKFyEQVVulgGCUTIWpC4mKdnGYedfHrkw2WVU5qurAgNuAvD_hQGnH_yLe_wOtCd87rdjSD-YaVha6owHXqFMMK8ashA3l_P6_Ke2lqSkhF0Xql9aAioEhUgzojqhSY6FBMAG93d4gjABbg8b48oLzTruSroqFyqTsy_dErpxN4A7Qw7zswONeg',
      ],
    ],
    body: '[{"id":"831e1650-001e-001b-66ab-eeb76e069631","topic":"/subscriptions/1","subject":"/blobServices/default","eventType":"Microsoft.Storage.BlobCreated","eventTime":"2026-03-04T12:00:00Z","data":{"api":"PutBlob"},"dataVersion":"","metadataVersion":"1"}]',
    signedAt: 1772625600,
    eventType: 'Microsoft.Storage.BlobCreated',
    messageId: '831e1650-001e-001b-66ab-eeb76e069631',
    keys: { url: 'https://login.microsoftonline.com/common/discovery/v2.0/keys', text: RSA_JWKS },
  },
  {
    provider: 'google-pubsub',
    made: 'by-hand',
    source: 'https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions (recalled)',
    recipe:
      'JWT by RS256 behind "Bearer " of accounts.google.com, its aud the URL, its email verified; key: the JWKS of Google',
    secret: '',
    url: 'https://hooks.example.com/pubsub',
    headers: [
      ['Content-Type', 'application/json'],
      [
        'Authorization',
        'Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6ImtleS0xIiwidHlwIjoiSldUIn0.eyJhdWQiOiJodHRwczovL2hvb2tzLmV4YW1wbGUuY29tL3B1YnN1YiIsImF6cCI6IjExMzc3NDI2NDQ2MzAzODMyMTk2NCIsImVtYWlsIjoicHVzaEBhY21lLmlhbS5nc2VydmljZWFjY291bnQuY29tIiwiZW1haWxfdmVyaWZpZWQiOnRydWUsImlzcyI6Imh0dHBzOi8vYWNjb3VudHMuZ29vZ2xlLmNvbSIsInN1YiI6IjExMzc3NDI2NDQ2MzAzODMyMTk2NCIsImlhdCI6MTc3MjYyNTYwMCwiZXhwIjoxNzcyNjI5MjAwfQ.M30nqhH6iiYnBSbG_Tci1oe3VUewUe_FHaM8bJ-em2G08iRt-GaLlVQKE8KfckA_pZylqtZUCzsPZQCAu2OSbATmt0p-TMJAxLqa3EayAqfl467QTUvtEc4U4Yk5iPgbI8Fkuhsvx81HeesItsE7ejvmA8vMSQYQCizcSiFM1Oeq8vWay1sJy0kCxYRdQi2KFQ20dywE76MrHeerR7_rM54WbOzHHYwaPLQk0Q9Tsqke_ktIy_egWRuJaxKemEQG0PP66fqJozY0krxZaJhCgir_I4zxSxRaCL7P6I5ifpqsjC2Wrf1VjID7VnXv3RGviybjAGAxproI4ku6p8JYHQ',
      ],
    ],
    body: '{"message":{"attributes":{"eventType":"OBJECT_FINALIZE"},"data":"eyJuYW1lIjoiYS50eHQifQ==","messageId":"2070443601311540","publishTime":"2026-03-04T12:00:00Z"},"subscription":"projects/acme/subscriptions/push"}',
    signedAt: 1772625600,
    eventType: 'OBJECT_FINALIZE',
    messageId: '2070443601311540',
    keys: { url: 'https://www.googleapis.com/oauth2/v3/certs', text: RSA_JWKS },
  },
  {
    provider: 'microsoft-graph',
    made: 'by-hand',
    source:
      'https://learn.microsoft.com/en-us/graph/change-notifications-delivery-webhooks (recalled)',
    recipe: 'the clientState as it is',
    secret: 'graph-client-state',
    headers: [['Content-Type', 'application/json']],
    body: '{"value":[{"id":"lsgTZMr9KwAAA","subscriptionId":"7f105c7d","clientState":"graph-client-state","changeType":"created","resource":"users/1/messages/1"}]}',
    signedAt: null,
    eventType: 'created',
    messageId: 'lsgTZMr9KwAAA',
  },
  {
    provider: 'microsoft-graph',
    made: 'by-hand',
    source:
      'https://learn.microsoft.com/en-us/graph/change-notifications-delivery-webhooks (recalled)',
    recipe:
      'JWT by RS256 in validationTokens, its aud the application and its azp that of the publisher of change notifications; key: the JWKS of Microsoft Entra ID',
    secret: '',
    options: { appId: '8e460676-ae3f-4b1e-8790-ee0fb5d6148f' },
    headers: [['Content-Type', 'application/json']],
    body: '{"value":[{"id":"lsgTZMr9KwAAB","subscriptionId":"7f105c7d","changeType":"updated","encryptedContent":{"data":"x"}}],"validationTokens":["eyJhbGciOiJSUzI1NiIsImtpZCI6ImtleS0xIiwidHlwIjoiSldUIn0.eyJhdWQiOiI4ZTQ2MDY3Ni1hZTNmLTRiMWUtODc5MC1lZTBmYjVkNjE0OGYiLCJpc3MiOiJodHRwczovL2xvZ2luLm1pY3Jvc29mdG9ubGluZS5jb20vdDEvdjIuMCIsImF6cCI6IjBiZjMwZjNiLTRhNTItNDhkZi05YTgyLTIzNDkxMGM0YTA4NiIsImlhdCI6MTc3MjYyNTYwMCwibmJmIjoxNzcyNjI1NjAwLCJleHAiOjE3NzI2MjkyMDB9.XCnvlhQFZupq0iS4fnhlMoaKR78WQcJawNNqDdKjPvwcC69RDBAt5XtAP1unGQuTvsWsHVwBx3oqHmqwjqtEjC_hhr78sOGsQnLdcibSn0AxooodGd1S0poAFadFvgB5gl7cb6YZTmwl8bwCRHWd_CbHkbd7FJj3acpPsV7RjmDQ1rZMEmU1sSseLDoIFjPvYKUnp3oYQW7vXuCeV8eiWdlBaO8xl7pSQ0Cas7eqIF0Q30b-VWpFF5F6dAkcoIAh_B_L8SVxP_MyOvL7dQZ8RvaA0B4C0Z8caPPIt0Qeg8zL5TPv7jAeg90-xLtRWyUm0_lkO5UMiCEuPHaSfqWuxA"]}',
    signedAt: 1772625600,
    eventType: 'updated',
    messageId: 'lsgTZMr9KwAAB',
    keys: { url: 'https://login.microsoftonline.com/common/discovery/v2.0/keys', text: RSA_JWKS },
  },
  {
    provider: 'netlify',
    made: 'by-hand',
    source: 'https://docs.netlify.com/site-deploys/deploy-notifications/',
    recipe:
      'JWT by HS256 of iss netlify with sha256, the SHA-256 of the body in hex; key: the secret as UTF-8',
    secret: 'netlify-jws-secret',
    headers: [
      ['Content-Type', 'application/json'],
      [
        'X-Webhook-Signature',
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJuZXRsaWZ5Iiwic2hhMjU2IjoiMmE5NjZkZTI1MjExOWFjMDcxOWYxYmQwY2I2M2Q0ODUwMDA2ODU4NGMwNzU4MzQzNWRhN2U0ZDkwMTc2N2RkOSJ9.v12aOBB2xVK2m6--ze3P7mB32dg8ADFxaYEKhKkl8s4',
      ],
    ],
    body: '{"id":"5f2d","site_id":"s1","state":"ready","name":"acme","branch":"main"}',
    signedAt: 1772625600,
    eventType: 'ready',
    messageId: '5f2d.ready',
  },
  {
    provider: 'travis',
    made: 'by-hand',
    source: 'https://docs.travis-ci.com/user/notifications/#verifying-webhook-requests (recalled)',
    recipe:
      'RSA with SHA-1 of the decoded form field payload, base64; key: the PEM in the JSON of /config',
    secret: '',
    headers: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Travis-Repo-Slug', 'acme/app'],
      [
        'Signature',
        'XTf1msSr5khI1AqY+6iMed9tq0zF3gfltvxh4V/ev+bPgtsFI1phsIv0s9MQPYrP7eCZqhTXapFoWpVSjDEHHYOA/SR4QBF7khxJ8CO3P0q1pBT+4A+8fktnPqWhjMcjuskrVcPvKH8b1/0zEh6NPJtSW0IxGHkq9dEKXX0Pwo+4liDI/4PICviK74VU96p0rRevvwvyWn/qLIPX4HUMeDFpTN2PxBns0sXqiXFTDYnYLg1yPATal3fAawMQQDCz/hnSN885VyHSEFeLIulfkGJuGdoPJzAuq++cflSgTVc/KGIB3Q9T8Vu3siNW4kFhzZbB+THFA529fInzMyy+qw==',
      ],
    ],
    body: 'payload=%7B%22id%22%3A1234567%2C%22number%22%3A%2242%22%2C%22state%22%3A%22passed%22%2C%22branch%22%3A%22main%22%2C%22message%22%3A%22Gr%C3%BC%C3%9Fe+%26+Co%22%7D',
    signedAt: null,
    eventType: 'passed',
    messageId: '1234567',
    keys: { url: 'https://api.travis-ci.com/config', text: TRAVIS_CONFIG },
  },
  {
    provider: 'webflow',
    made: 'by-hand',
    source: 'https://developers.webflow.com/data/docs/working-with-webhooks',
    recipe: 'HMAC-SHA256 of timestamp:body, hex; key: the client secret as UTF-8',
    secret: 'webflow-client-secret',
    headers: [
      ['Content-Type', 'application/json'],
      ['x-webflow-timestamp', '1772625600000'],
      ['x-webflow-signature', '6083d938784cbeadafd6f1dc29ef4599067f3ef8d980d6ae471c2d3321891fb9'],
    ],
    body: '{"triggerType":"form_submission","payload":{"name":"Contact","siteId":"65427cf4","id":"6321ca84df3949bfc6752327"}}',
    signedAt: 1772625600,
    eventType: 'form_submission',
    messageId: '6321ca84df3949bfc6752327.form_submission',
  },
];
