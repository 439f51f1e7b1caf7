// HTTP Archive 1.2 as a JSON schema, written from its specification
// (http://www.softwareishard.com/blog/har-12-spec): what every reader of HAR may count on.

const text = { type: 'string' };
const time = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
};
/** Milliseconds, or -1 for what does not apply. */
const optionalTime = { type: 'number', minimum: -1 };
const size = { type: 'integer', minimum: -1 };

/** The properties that are named, of which those are required that are not in `optional`; others must begin with `_`. */
function object(properties: Record<string, object>, optional: string[] = []) {
  return {
    type: 'object',
    properties: { comment: text, ...properties },
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    patternProperties: { '^_': {} },
    additionalProperties: false,
  };
}

const listOf = (items: object) => ({ type: 'array', items });
const namedValue = object({ name: text, value: text });
const cookie = object(
  {
    ...{ name: text, value: text, path: text, domain: text },
    ...{ expires: text, httpOnly: { type: 'boolean' }, secure: { type: 'boolean' } },
  },
  ['path', 'domain', 'expires', 'httpOnly', 'secure'],
);

const message = {
  httpVersion: text,
  cookies: listOf(cookie),
  headers: listOf(namedValue),
  headersSize: size,
  bodySize: size,
};

const postData = {
  ...object(
    {
      mimeType: text,
      params: listOf(
        object({ name: text, value: text, fileName: text, contentType: text }, [
          ...['value', 'fileName', 'contentType'],
        ]),
      ),
      text,
    },
    ['params', 'text'],
  ),
  anyOf: [{ required: ['text'] }, { required: ['params'] }],
};

const entry = object(
  {
    pageref: text,
    startedDateTime: time,
    time: { type: 'number', minimum: 0 },
    request: object(
      {
        ...{ method: text, url: { type: 'string', format: 'uri' }, ...message },
        ...{ queryString: listOf(namedValue), postData },
      },
      ['postData'],
    ),
    response: object({
      ...{ status: { type: 'integer' }, statusText: text, ...message, redirectURL: text },
      content: object(
        {
          ...{ size: { type: 'integer', minimum: 0 }, compression: { type: 'integer' } },
          ...{ mimeType: text, text, encoding: text },
        },
        ['compression', 'text', 'encoding'],
      ),
    }),
    cache: object({ beforeRequest: {}, afterRequest: {} }, ['beforeRequest', 'afterRequest']),
    timings: object(
      {
        ...{ blocked: optionalTime, dns: optionalTime, connect: optionalTime, ssl: optionalTime },
        ...{
          send: { type: 'number', minimum: 0 },
          wait: { type: 'number', minimum: 0 },
          receive: { type: 'number', minimum: 0 },
        },
      },
      ['blocked', 'dns', 'connect', 'ssl'],
    ),
    serverIPAddress: text,
    connection: text,
  },
  ['pageref', 'serverIPAddress', 'connection'],
);

export const harSchema = object({
  log: object(
    {
      version: { const: '1.2' },
      creator: object({ name: text, version: text }),
      browser: object({ name: text, version: text }),
      pages: listOf({ type: 'object' }),
      entries: listOf(entry),
    },
    ['browser', 'pages'],
  ),
});
