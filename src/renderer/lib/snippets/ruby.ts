// Ruby, with its standard library alone.

import { bytesIn, inRuby } from './literals.ts';
import { bodyText, ownHeaders, type Snippet } from './snippet.ts';

export const ruby: Snippet = {
  id: 'ruby',
  label: 'Ruby',
  group: 'Request',
  note: 'net/http; the exact bytes',
  words: ['net::http', 'rails'],
  write: ({ method, origin, target, headers, body }) => {
    const { hostname, port, protocol } = new URL(origin);
    const secure = protocol === 'https:';
    const at = port === '' ? (secure ? '443' : '80') : port;
    const [hasBody, name] = [body.length > 0, inRuby(method)];
    return [
      'require "net/http"',
      '',
      `request = Net::HTTPGenericRequest.new(${name}, ${hasBody}, ${method !== 'HEAD'}, ${inRuby(target)})`,
      ...ownHeaders(headers).flatMap(([key, value], index, all) => {
        const isFirst =
          all.findIndex(([other]) => other.toLowerCase() === key.toLowerCase()) === index;
        const text = `${inRuby(key)}, ${bytesIn(value, inRuby)}.b`;
        // What Ruby sends of its own is taken away by the first.
        return isFirst
          ? [`request.delete(${inRuby(key)})`, `request.add_field(${text})`]
          : [`request.add_field(${text})`];
      }),
      ...(hasBody ? [`request.body = ${rubyBody(body)}`] : []),
      `response = Net::HTTP.start(${inRuby(hostname)}, ${at}, use_ssl: ${secure}) { |http| http.request(request) }`,
      'puts response.code, response.body',
      '',
    ].join('\n');
  },
};

export function rubyBody(body: Uint8Array): string {
  const read = bodyText(body);
  return read.kind === 'base64' ? `"${read.base64}".unpack1("m0")` : `${inRuby(read.text)}.b`;
}
