import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CurlRequest, curlCommand } from '../../../src/renderer/lib/curl.ts';

// In place of curl: prints its arguments and its input, so that what the shell makes of a command is seen byte for byte.
const RECORDER = `#!/bin/sh
for argument; do printf '%s\\0' "$argument"; done
case "$*" in *'--data-binary @-'*) printf '@stdin\\0'; cat;; esac
`;

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'hookglass-test-'));
  const path = join(dir, 'curl');
  writeFileSync(path, RECORDER);
  chmodSync(path, 0o755);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Recorded {
  args: string[];
  /** As latin1, one character a byte. */
  input: string | null;
}

/** What curl would be given by the shell; arguments as latin1. */
async function run(command: string): Promise<Recorded> {
  // From a file, as if it were typed: an argument of `sh` could not be as long.
  const script = join(dir, 'command');
  writeFileSync(script, command);
  const output = await new Promise<Buffer>((resolve, reject) => {
    const env = { ...process.env, PATH: `${dir}:${process.env.PATH ?? ''}` };
    const options = { env, encoding: 'buffer' as const, maxBuffer: 64 * 1024 * 1024 };
    execFile('sh', [script], options, (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
  const text = output.toString('latin1');
  const at = text.indexOf('@stdin\0');
  const args = (at === -1 ? text : text.slice(0, at)).split('\0').slice(0, -1);
  return { args, input: at === -1 ? null : text.slice(at + 7) };
}

const request = (part: Partial<CurlRequest> = {}): CurlRequest => ({
  method: 'POST',
  origin: 'http://127.0.0.1:4747',
  target: '/hooks?a=1&b=2',
  headers: [
    ['Host', 'example.test'],
    ['Content-Type', 'application/json'],
    ['Content-Length', '7'],
  ],
  body: new TextEncoder().encode('{"a":1}'),
  ...part,
});

/** The values of an option, in order. */
const valuesOf = ({ args }: Recorded, option: string) =>
  args.flatMap((arg, i) => (arg === option ? [args[i + 1] ?? ''] : []));

/** The body bytes as latin1, from wherever the command takes them. */
function bodyOf(recorded: Recorded): string {
  return recorded.input ?? valuesOf(recorded, '--data-raw')[0] ?? '';
}

const latin1 = (body: Uint8Array) => Buffer.from(body).toString('latin1');

describe('a curl command', () => {
  it('sends method, address, headers and body', async () => {
    const recorded = await run(curlCommand(request()));
    expect(recorded.args.slice(0, 3)).toEqual([
      '-X',
      'POST',
      'http://127.0.0.1:4747/hooks?a=1&b=2',
    ]);
    expect(valuesOf(recorded, '-H').slice(0, 2)).toEqual([
      'Host: example.test',
      'Content-Type: application/json',
    ]);
    expect(bodyOf(recorded)).toBe('{"a":1}');
  });

  it('is pleasant to read where nothing needs quoting', () => {
    const headers: CurlRequest['headers'] = [
      ['Host', 'a'],
      ['User-Agent', 'b'],
      ['Accept', '*/*'],
    ];
    const command = curlCommand(
      request({ method: 'GET', target: '/x', headers, body: new Uint8Array() }),
    );
    expect(command).toBe(
      "curl http://127.0.0.1:4747/x \\\n  -H 'Host: a' \\\n  -H 'User-Agent: b' \\\n  -H 'Accept: */*'",
    );
  });

  it('keeps the order, the case and the repetition of headers', async () => {
    const headers: CurlRequest['headers'] = [
      ['X-B', '2'],
      ['x-a', '1'],
      ['X-B', "it's"],
      ['X-Empty', ''],
    ];
    const values = valuesOf(await run(curlCommand(request({ headers }))), '-H');
    expect(values.slice(0, 4)).toEqual(['X-B: 2', 'x-a: 1', "X-B: it's", 'X-Empty;']);
  });

  it('switches off the headers that curl would add by itself', async () => {
    const values = valuesOf(await run(curlCommand(request({ headers: [] }))), '-H');
    expect(values).toEqual(['user-agent:', 'accept:', 'content-type:', 'expect:']);
  });

  it('leaves the length to curl', () => {
    expect(curlCommand(request())).not.toContain('Content-Length');
  });

  it('asks for the head of what was asked for with HEAD', async () => {
    const { args } = await run(curlCommand(request({ method: 'HEAD', body: new Uint8Array() })));
    expect(args[0]).toBe('--head');
  });

  it('does not take a body that begins with @ for the name of a file', async () => {
    const body = new TextEncoder().encode('@/etc/passwd');
    const recorded = await run(curlCommand(request({ body })));
    expect(recorded.args).toContain('--data-raw');
    expect(bodyOf(recorded)).toBe('@/etc/passwd');
  });

  it('passes a long body through a pipe', async () => {
    const body = new TextEncoder().encode(`${"'x\n".repeat(100_000)}end`);
    const recorded = await run(curlCommand(request({ body })));
    expect(recorded.input).toBe(latin1(body));
  });

  it('never puts a control character into the terminal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 60 }), (body) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the point
        expect(curlCommand(request({ body }))).not.toMatch(/[\0-\x08\x0b-\x1f\x7f]/);
      }),
    );
  });

  it('sends a target that is not a usual path as it came', async () => {
    const target = '/a/../b c#d{1}[2]"\'$HOME`id`\\é';
    const recorded = await run(curlCommand(request({ target })));
    expect(valuesOf(recorded, '--request-target')).toEqual([target]);
  });

  it('gives curl the exact bytes of any body', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ minLength: 1, maxLength: 300 }),
          fc.string({ minLength: 1, unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
        ),
        async (body) => {
          expect(bodyOf(await run(curlCommand(request({ body }))))).toBe(latin1(body));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives curl the exact bytes of any header value', async () => {
    const value = fc
      .string({
        unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
      })
      .map((text) => text.replace(/[\x7f-\x9f]/g, '').trim())
      .filter((text) => text !== '');
    await fc.assert(
      fc.asyncProperty(value, async (text) => {
        const recorded = await run(curlCommand(request({ headers: [['X-Any', text]] })));
        expect(valuesOf(recorded, '-H')[0]).toBe(`X-Any: ${text}`);
      }),
      { numRuns: 40 },
    );
  });
});
