// PHP, with its curl extension.

import { bytesIn, inPhp } from './literals.ts';
import { bodyText, ownHeaders, type Snippet } from './snippet.ts';

export const php: Snippet = {
  id: 'php',
  label: 'PHP',
  group: 'Request',
  note: 'curl extension; the exact bytes, headers in order',
  words: ['curl', 'guzzle', 'laravel', 'symfony'],
  write({ method, origin, target, headers, body }) {
    const read = bodyText(body);
    const text = read.kind === 'text' ? inPhp(read.text) : `base64_decode("${read.base64}")`;
    // An empty header is written with a semicolon, or curl leaves it out.
    const lines = ownHeaders(headers).map(
      ([name, value]) => `    ${bytesIn(value === '' ? `${name};` : `${name}: ${value}`, inPhp)},`,
    );
    return [
      '<?php',
      '$request = curl_init();',
      'curl_setopt_array($request, [',
      `  CURLOPT_URL => ${inPhp(origin + target)},`,
      `  CURLOPT_CUSTOMREQUEST => ${inPhp(method)},`,
      '  CURLOPT_RETURNTRANSFER => true,',
      '  CURLOPT_HTTPHEADER => [',
      ...lines,
      '  ],',
      ...(body.length > 0 ? [`  CURLOPT_POSTFIELDS => ${text},`] : []),
      ']);',
      '$answer = curl_exec($request);',
      'echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), "\\n", $answer, "\\n";',
      '',
    ].join('\n');
  },
};
