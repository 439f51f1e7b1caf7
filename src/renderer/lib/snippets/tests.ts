// A delivery as a test of the user's own handler: the exact bytes with their signature, and the clock set
// to when it was received, as a signature is only good for minutes.

import { bodyLines, headerLines } from './fetch.ts';
import { goBody, goHeaders, goImports } from './go.ts';
import { bytesIn, inGo, inJavaScript, inPython, inRuby } from './literals.ts';
import { imports, pythonBody } from './python.ts';
import { rubyBody } from './ruby.ts';
import { ownHeaders, pathOf, type Snippet } from './snippet.ts';

export const vitestTest: Snippet = {
  id: 'vitest',
  label: 'Test for Vitest',
  group: 'Test',
  note: 'for a handler that takes a Request and answers a Response',
  words: ['javascript', 'typescript', 'jest', 'unit test'],
  write: (request) =>
    [
      'import { afterEach, expect, test, vi } from "vitest";',
      '// Your handler: it takes a Request and answers a Response (of Hono or Elysia, app.fetch).',
      'import { handler } from "./handler.js";',
      '',
      'afterEach(() => {',
      '  vi.useRealTimers();',
      '});',
      '',
      `test(${inJavaScript(`accepts ${request.title}`)}, async () => {`,
      '  // The signature is only good for minutes: it is then again.',
      '  vi.useFakeTimers({ toFake: ["Date"] });',
      `  vi.setSystemTime(new Date(${inJavaScript(request.receivedAt)}));`,
      `  const request = new Request(${inJavaScript(`http://localhost${pathOf(request.target)}`)}, {`,
      `    method: ${inJavaScript(request.method)},`,
      ...headerLines(request, '    '),
      ...bodyLines(request, '    '),
      '  });',
      '  const response = await handler(request);',
      '  expect(response.status).toBeLessThan(300);',
      '});',
      '',
    ].join('\n'),
};

export const pytestTest: Snippet = {
  id: 'pytest',
  label: 'Test for pytest',
  group: 'Test',
  note: 'for a WSGI app, such as Flask or Django; needs freezegun and werkzeug',
  words: ['python', 'flask', 'django', 'unit test', 'freezegun'],
  write: ({ method, target, headers, body, receivedAt, title }) =>
    [
      ...imports(body),
      'from freezegun import freeze_time',
      'from werkzeug.test import Client',
      '',
      '# Your app: any WSGI application, as Flask and Django have it.',
      'from app import app',
      '',
      `BODY = ${pythonBody(body)}`,
      'HEADERS = [',
      ...ownHeaders(headers).map(([name, value]) => `    (${inPython(name)}, ${inPython(value)}),`),
      ']',
      '',
      '',
      '# The signature is only good for minutes: it is then again.',
      `@freeze_time(${inPython(receivedAt)})`,
      'def test_delivery():',
      `    """Accepts the delivery that was received then."""`,
      `    name = ${inPython(title)}`,
      `    response = Client(app).open(${inPython(pathOf(target))}, method=${inPython(method)}, headers=HEADERS, data=BODY)`,
      '    assert response.status_code < 300, name',
      '',
    ].join('\n'),
};

export const goTest: Snippet = {
  id: 'go-test',
  label: 'Test for Go',
  group: 'Test',
  note: 'for an http.Handler; testing/synctest sets the clock, from Go 1.25',
  words: ['golang', 'httptest', 'unit test', 'synctest'],
  write: (request) =>
    [
      'package main',
      '',
      ...goImports(
        request.body,
        'net/http',
        'net/http/httptest',
        'testing',
        'testing/synctest',
        'time',
      ),
      '',
      'func TestDelivery(t *testing.T) {',
      '\t// Your handler: an http.Handler.',
      '\tvar handler http.Handler = Handler()',
      ...goBody(request.body),
      `\treceivedAt, err := time.Parse(time.RFC3339Nano, ${inGo(request.receivedAt)})`,
      '\tif err != nil {',
      '\t\tt.Fatal(err)',
      '\t}',
      `\trequest := httptest.NewRequest(${inGo(request.method)}, ${inGo(pathOf(request.target))}, bytes.NewReader(body))`,
      ...goHeaders(request),
      '\tsynctest.Test(t, func(t *testing.T) {',
      '\t\t// The clock in here begins with the year 2000, and sleeping takes no time: it is then again.',
      '\t\ttime.Sleep(time.Until(receivedAt))',
      '\t\tresponse := httptest.NewRecorder()',
      '\t\thandler.ServeHTTP(response, request)',
      '\t\tif response.Code >= 300 {',
      `\t\t\tt.Fatalf("%s was answered %d: %s", ${inGo(request.title)}, response.Code, response.Body)`,
      '\t\t}',
      '\t})',
      '}',
      '',
    ].join('\n'),
};

export const rspecTest: Snippet = {
  id: 'rspec',
  label: 'Test for RSpec',
  group: 'Test',
  note: 'for a Rack app, such as Rails or Sinatra; needs activesupport',
  words: ['ruby', 'rails', 'rack', 'sinatra', 'unit test'],
  write: ({ method, target, headers, body, receivedAt, title }) =>
    [
      'require "active_support"',
      'require "active_support/testing/time_helpers"',
      'require "rack"',
      '',
      `RSpec.describe ${inRuby('webhooks')} do`,
      '  include ActiveSupport::Testing::TimeHelpers',
      '',
      '  # Your app: any Rack application.',
      '  let(:app) { Rails.application }',
      '',
      `  it ${inRuby(`accepts ${title}`)} do`,
      `    body = ${rubyBody(body)}`,
      '    headers = {',
      ...rackHeaders(headers),
      '    }',
      '    # The signature is only good for minutes: it is then again.',
      `    travel_to(Time.iso8601(${inRuby(receivedAt)})) do`,
      `      response = Rack::MockRequest.new(app).request(${inRuby(method)}, ${inRuby(pathOf(target))}, headers.merge(input: body))`,
      '      expect(response.status).to be < 300',
      '    end',
      '  end',
      'end',
      '',
    ].join('\n'),
};

/** As Rack has them: one entry a name, its values joined by commas. */
function rackHeaders(headers: Parameters<typeof ownHeaders>[0]): string[] {
  const joined = new Map<string, string>();
  for (const [name, value] of ownHeaders(headers)) {
    const key = name.toUpperCase().replaceAll('-', '_');
    const rack = key === 'CONTENT_TYPE' ? key : `HTTP_${key}`;
    const before = joined.get(rack);
    joined.set(rack, before === undefined ? value : `${before},${value}`);
  }
  return [...joined].map(
    ([name, value]) => `      ${inRuby(name)} => ${bytesIn(value, inRuby)}.b,`,
  );
}
