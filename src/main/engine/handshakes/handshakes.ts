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
  /** After the commit: calls the provider back where the user allowed it, else tells the user. */
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
    follow(endpoint, { id, handshake }) {
      const url = handshake?.callBack ?? null;
      if (url === null) return;
      if (endpoint.confirmHandshakes) void calls.make(id, url);
      else notices.add(waitsFor(endpoint));
    },
    async confirm(id) {
      const delivery = await store.getDelivery(id);
      if (!delivery) throw new HookglassError('not-found', `There is no delivery ${id}.`);
      const url = delivery.handshakeDetail?.callBack ?? null;
      if (url !== null) return calls.make(id, url);
      if (delivery.handshakeDetail?.secret !== 'offered') {
        throw new HookglassError('conflict', 'This delivery waits for no confirmation.');
      }
      const endpoint = endpoints.get(delivery.endpointId);
      const secret = await secretOf(store, endpoint, delivery);
      if (secret === null) {
        const message = 'The endpoint has another provider by now, so there is no secret to store.';
        throw new HookglassError('conflict', message);
      }
      if (!hasSecret(options, endpoint, secret)) keepSecret(options, endpoint, secret);
      return null;
    },
    close: calls.close,
  };
}

function waitsFor(endpoint: Endpoint): Notice {
  return {
    code: `handshake-call-${endpoint.id}`,
    level: 'info',
    message: `${senderOf(endpoint)} waits for the endpoint “${endpoint.name}” to be confirmed. Open the delivery and confirm it.`,
  };
}
