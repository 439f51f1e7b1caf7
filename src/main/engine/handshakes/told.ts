// What a delivery shows of the answer to its handshake.

import type { HeaderList } from '../../../shared/headers.ts';
import type { HandshakeDetail } from '../../../shared/model.ts';
import type { HandshakeAnswer } from '../verify/index.ts';

/** Longer answers are echoes of something that the request shows already. */
const MAX_BODY = 2048;
const LEFT_OUT = '…';

/** `secret` is what became of the one that arrived. */
export function detailOf(
  { status, headers, body, signed, note, callBack, ...answer }: HandshakeAnswer,
  secret: HandshakeDetail['secret'],
): HandshakeDetail {
  const shown = (text: string) =>
    answer.secret === null ? text : text.replaceAll(answer.secret, LEFT_OUT);
  const shownHeaders = headers.map(([name, value]): HeaderList[number] => [name, shown(value)]);
  return {
    status,
    headers: shownHeaders,
    body: body.length > MAX_BODY ? null : shown(body),
    ...{ signed, note, secret, callBack },
  };
}
