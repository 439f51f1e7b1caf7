// A signed test delivery to oneself: a sample of the endpoint's provider, posted to the receiver over
// a real socket, so that it takes the same way as everything that comes from outside.

import { request } from 'node:http';
import type { CallResults, CheckedInput } from '../../shared/contract.ts';
import type { Endpoint } from '../../shared/model.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import { HookglassError } from './errors.ts';
import { type Sample, signSample } from './verify/index.ts';

export type SendTest = (
  input: CheckedInput<'deliveries.sendTest'>,
) => Promise<CallResults['deliveries.sendTest']>;

export interface SendTestOptions {
  endpoints: Endpoints;
  receiverPort: () => number;
  now: () => number;
  newId: () => string;
}

/**
 * Without a secret the sample goes unsigned, and without a provider it is a Standard Webhooks one.
 * Rejects `no-sample` when the provider has no such event, or its secret cannot sign.
 */
export function createSendTest(options: SendTestOptions): SendTest {
  return async ({ endpointId, eventType }) => {
    const endpoint = options.endpoints.get(endpointId);
    const origin = `http://127.0.0.1:${options.receiverPort()}`;
    const url = { origin, target: endpoint.path };
    const sample = sampleFor(endpoint, eventType ?? null, url, options);
    const status = await post(options.receiverPort(), sample);
    return { eventType: sample.eventType, status };
  };
}

function sampleFor(
  endpoint: Endpoint,
  eventType: string | null,
  url: { origin: string; target: string },
  options: SendTestOptions,
): Sample {
  const [secret] = options.endpoints.secretsOf(endpoint).secrets;
  const sample = signSample({
    provider: endpoint.provider ?? 'standard-webhooks',
    options: endpoint.providerOptions,
    secret: endpoint.provider === null ? null : (secret?.value ?? null),
    url,
    eventType,
    at: options.now(),
    newId: options.newId,
  });
  if ('problem' in sample) throw new HookglassError('no-sample', sample.problem);
  return sample;
}

/** The answer's status. Rejects when the receiver could not be reached. */
function post(port: number, sample: Sample): Promise<number> {
  const headers = [
    ['Host', `127.0.0.1:${port}`],
    ...sample.headers,
    ['Content-Length', String(sample.body.length)],
  ].flat();
  return new Promise((resolve, reject) => {
    const { target: path, method } = sample;
    const target = { host: '127.0.0.1', port, path, method, headers, agent: false };
    const sent = request(target, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(sample.body);
  });
}
