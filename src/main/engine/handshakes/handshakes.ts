// What acts on a handshake: a secret that it brings is stored, a call that it asks for is made. Both of
// themselves only where nothing can be lost by it; else when the user says so.

import type { Attempt, Endpoint, HandshakeDetail, Notice } from '../../../shared/model.ts';
import { HookglassError } from '../errors.ts';
import type { NewDelivery } from '../store/store.ts';
import type { HandshakeAnswer } from '../verify/index.ts';
import { type CallsOptions, createCalls } from './calls.ts';
import { hasSecret, keepSecret, type SecretsOptions, secretOf, takeSecret } from './secrets.ts';
import { senderOf } from './sender.ts';
import { detailOf } from './told.ts';

export interface Handshakes {
  /** Before the commit: stores what arrived, where the endpoint has nothing to lose. Never throws. */
  receive(endpoint: Endpoint, answer: HandshakeAnswer): HandshakeDetail;
  /**
   * After the commit: calls the provider back where the user allowed it, else tells the user. What the
   * provider signs has to be verified for that: a stranger could confirm a subscription of theirs.
   */
  follow(endpoint: Endpoint, delivery: NewDelivery): void;
  /**
   * Does what the handshake waits for, once at a time. Answers the call, or null where a secret was
   * stored. Rejects `not-found`, and `conflict` when it waits for nothing.
   */
  confirm(deliveryId: string): Promise<Attempt | null>;
  /** Breaks off calls that are under way, and resolves when they have ended. */
  close(): Promise<void>;
}

export type HandshakesOptions = CallsOptions & SecretsOptions;

export function createHandshakes(options: HandshakesOptions): Handshakes {
  const { store, endpoints, notices } = options;
  const calls = createCalls(options);
  return {
    receive(endpoint, answer) {
      const { secret } = answer;
      return detailOf(answer, secret === null ? null : takeSecret(options, endpoint, secret));
    },
    follow(endpoint, { id, handshake, verdict }) {
      const url = handshake?.callBack ?? null;
      if (url === null) return;
      const isGenuine = !handshake?.signed || verdict.status === 'verified';
      if (endpoint.confirmHandshakes && isGenuine) void calls.make(id, url);
      else notices.add(waitsFor(endpoint, endpoint.confirmHandshakes));
    },
    async confirm(id) {
      const delivery = await store.getDelivery(id);
      if (!delivery) throw new HookglassError('not-found', `There is no delivery ${id}.`);
      const url = delivery.handshakeDetail?.callBack ?? null;
      const endpoint = endpoints.get(delivery.endpointId);
      if (url !== null) {
        const attempt = await calls.make(id, url);
        // It takes the place of the one that asked for it.
        if (isGood(attempt)) notices.add(confirmed(endpoint));
        return attempt;
      }
      if (delivery.handshakeDetail?.secret !== 'offered') {
        throw new HookglassError('conflict', 'This delivery waits for no confirmation.');
      }
      const secret = await secretOf(store, endpoint, delivery);
      if (secret === null) {
        const message = 'The secret of this delivery cannot be read any more.';
        throw new HookglassError('conflict', message);
      }
      if (!hasSecret(options, endpoint, secret)) keepSecret(options, endpoint, secret, 'info');
      return null;
    },
    close: calls.close,
  };
}

function waitsFor(endpoint: Endpoint, isDoubtful = false): Notice {
  const why = isDoubtful ? ' It was not done by itself, as the request was not verified.' : '';
  return {
    code: `handshake-call-${endpoint.id}`,
    level: 'warning',
    message: `${senderOf(endpoint)} waits for the endpoint “${endpoint.name}” to be confirmed.${why} Open the delivery to confirm it.`,
  };
}

function confirmed(endpoint: Endpoint): Notice {
  return {
    code: waitsFor(endpoint).code,
    level: 'info',
    message: `The endpoint “${endpoint.name}” was confirmed at ${senderOf(endpoint)}.`,
  };
}

function isGood({ status }: Attempt): boolean {
  return status !== null && status >= 200 && status < 300;
}
