// Does what the doctor suggests: changes the endpoint's settings, and judges the delivery again by them,
// as of its receipt. The values of secrets stay here.

import { assertNever } from '../../shared/assert-never.ts';
import type { CheckedInput } from '../../shared/contract.ts';
import type { Delivery, Endpoint, Suggestion } from '../../shared/model.ts';
import type { Bus } from './bus.ts';
import type { Doctor } from './doctor.ts';
import type { Endpoints } from './endpoints/endpoints.ts';
import { HookglassError } from './errors.ts';
import { judgeAgain } from './keys/rejudge.ts';
import type { PublicOrigin } from './public-origin.ts';
import { withSpooledForm } from './spooled-form.ts';
import type { Store } from './store/store.ts';
import type { FindKeys } from './verify/keys/keys.ts';

export interface FixesOptions {
  store: Store;
  endpoints: Endpoints;
  bus: Bus;
  doctor: Doctor;
  publicOrigin: PublicOrigin;
  keys: FindKeys;
  /** A verdict was replaced. */
  onChanged: () => void;
}

/**
 * Follows the suggestion of a delivery's finding. Rejects `not-found` when there is no such delivery, and
 * `conflict` when there is nothing to be set any more: its endpoint is gone, or nothing is suggested.
 */
export type ApplyFix = (id: string, cause: string) => Promise<Delivery>;

type Patch = Omit<CheckedInput<'endpoints.update'>, 'id'>;

export function createFixes(options: FixesOptions): ApplyFix {
  const { store, endpoints, bus, doctor } = options;

  return async (id, cause) => {
    const delivery = await store.getDelivery(id);
    if (delivery === null) throw new HookglassError('not-found', `There is no delivery ${id}.`);
    const endpoint = endpoints.list().find((each) => each.id === delivery.endpointId);
    const finding = delivery.verdict.findings.find((each) => each.cause === cause);
    if (endpoint === undefined || finding?.suggestion === undefined) throw nothingToSet();
    const patch = await patchFor(finding.suggestion, cause, delivery, endpoint, options);
    if (patch !== null) {
      endpoints.update({ id: endpoint.id, ...patch });
      bus.publish({ type: 'endpoints.changed', endpoints: endpoints.list() });
    }
    await judgedNow(options, delivery);
    return doctor.explained((await store.getDelivery(id)) ?? delivery);
  };
}

/** Null when it was set already, as for another delivery with the same fault. */
async function patchFor(
  suggestion: Suggestion,
  cause: string,
  delivery: Delivery,
  endpoint: Endpoint,
  { endpoints, doctor }: FixesOptions,
): Promise<Patch | null> {
  switch (suggestion.kind) {
    case 'public-url':
      return { publicUrl: suggestion.url };
    case 'tolerance': {
      const { seconds } = suggestion;
      const isEnough = (endpoint.toleranceSeconds ?? 0) >= seconds;
      return isEnough ? null : { toleranceSeconds: seconds };
    }
    case 'provider': {
      const { provider } = suggestion;
      return endpoint.provider === provider ? null : { provider, providerOptions: {} };
    }
    case 'option': {
      const { option, value } = suggestion;
      return { providerOptions: { ...endpoint.providerOptions, [option]: value } };
    }
    case 'mend-secret':
    case 'restore-secret': {
      // Found anew, as what was found is stored without it.
      const remedy = await doctor.remedy(delivery, cause);
      return remedy && { secrets: endpoints.secretsWith(endpoint.id, remedy.from, remedy.to) };
    }
    default:
      return assertNever(suggestion);
  }
}

function nothingToSet(): HookglassError {
  const message = 'This was settled meanwhile: there is nothing to be set any more.';
  return new HookglassError('conflict', message);
}

async function judgedNow(options: FixesOptions, delivery: Delivery): Promise<void> {
  const { store, endpoints, bus, keys, onChanged } = options;
  const { provider } = endpoints.get(delivery.endpointId);
  const stored = await store.getBody(delivery.id);
  const body = stored && (await withSpooledForm(delivery.headers, stored, provider));
  if (body === null || provider === null || delivery.state !== 'complete') return;
  const receivedAt = Date.parse(delivery.receivedAt);
  const verdict = judgeAgain(options, { ...delivery, provider, body, receivedAt }, keys);
  if (verdict === null || !(await store.updateVerdict(delivery.id, verdict, provider))) return;
  const summary = await store.getSummary(delivery.id);
  if (summary !== null) bus.publish({ type: 'deliveries.changed', items: [summary] });
  onChanged();
}
