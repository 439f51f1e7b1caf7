// What WeCom sends: XML around a message that is encrypted. This one is noise that looks like it, since
// only who has the key of an app can encrypt for it.

import type { Samples } from '../provider.ts';

export const wecomSamples: Samples = {
  headers: [['Content-Type', 'text/xml']],
  events: [
    {
      eventType: 'encrypted message',
      body: {
        text: '<xml><ToUserName><![CDATA[ww{hex16:corp}]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID><Encrypt><![CDATA[{alnum43:a}{alnum43:b}==]]></Encrypt></xml>',
      },
    },
  ],
};
