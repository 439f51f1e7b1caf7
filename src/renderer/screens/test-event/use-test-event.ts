// The state of a test event that is being made: whose, which, its text, where to, and what came of it.

import { useState } from 'react';
import type { CallResults, SentTest } from '../../../shared/contract.ts';
import type { Endpoint, ProviderInfo } from '../../../shared/model.ts';
import { call } from '../../host.ts';
import { useApp } from '../../state/app.ts';
import { withConsent } from '../confirm/destination-consent.ts';
import { useSubmit } from '../confirm/use-submit.ts';
import { type Place, type PlaceWords, placeWords, type Way, waysFor } from './test-event-words.ts';
import { type Answer, useAnswer } from './use-answer.ts';

const FALLBACK_PROVIDER = 'standard-webhooks';

export interface TestEvent {
  endpoint: Endpoint;
  setEndpoint(id: string): void;
  provider: string;
  setProvider(id: string | null): void;
  /** Null: the provider's first. */
  eventType: string | null;
  setEventType(eventType: string): void;
  sample: Answer<CallResults['providers.sample']>;
  /** Null until something is changed. */
  text: string | null;
  setText(text: string): void;
  /** Undefined where this version knows no such provider. */
  signer: ProviderInfo | undefined;
  way: Way;
  ways: { value: Way; label: string }[];
  setWay(way: Way): void;
  place: Place;
  setPlace(place: Place): void;
  goesTo: PlaceWords;
  pending: boolean;
  error: string | null;
  sent: SentTest | null;
  canSend: boolean;
  send(): void;
}

/** `askConsent` asks whether a server that is not on this machine may be sent to. */
export function useTestEvent(
  first: Endpoint,
  askConsent: (url: string) => Promise<boolean>,
): TestEvent {
  const endpoints = useApp((app) => app.endpoints);
  const [endpointId, setEndpointId] = useState(first.id);
  const endpoint = endpoints.find(({ id }) => id === endpointId) ?? first;
  const [provider, setProvider] = useState(first.provider ?? FALLBACK_PROVIDER);
  const [eventType, setEventType] = useState<string | null>(null);
  const [text, setText] = useState<string | null>(null);
  const [place, setPlace] = useState<Place>('receiver');
  const signing = useWay(endpoint, provider);
  const [sent, setSent] = useState<SentTest | null>(null);
  const sample = useAnswer('providers.sample', {
    provider,
    ...(eventType !== null && { eventType }),
  });
  const { pending, error, run, setError } = useSubmit();
  const goesTo = usePlace(place, endpoint);

  const begin = (next: { provider: string; eventType: string | null }) => {
    setProvider(next.provider);
    setEventType(next.eventType);
    setText(null);
    setSent(null);
    setError(null);
  };
  const send = () =>
    run(async () => {
      setSent(null);
      const { url } = goesTo;
      if (url === null || sample.state !== 'there') return;
      const input = {
        ...{ endpointId: endpoint.id, provider, eventType: sample.value.eventType, to: place },
        signWith: signing.way,
        // What was not touched is made anew, with other ids.
        ...(text !== null && { body: text }),
      };
      const work = () => call('deliveries.sendTest', input);
      const done = await withConsent(work, () => askConsent(url));
      if (done !== null) setSent(done.result);
    });
  return {
    endpoint,
    setEndpoint(id) {
      setEndpointId(id);
      setSent(null);
      const own = endpoints.find((each) => each.id === id)?.provider ?? null;
      if (own !== null && own !== provider) begin({ provider: own, eventType: null });
    },
    provider,
    setProvider: (id) => begin({ provider: id ?? FALLBACK_PROVIDER, eventType: null }),
    eventType,
    setEventType: (type) => begin({ provider, eventType: type }),
    sample,
    text,
    setText,
    ...signing,
    setWay(next) {
      signing.setWay(next);
      setSent(null);
    },
    place,
    setPlace(next) {
      setPlace(next);
      setSent(null);
    },
    goesTo,
    pending,
    error: sample.state === 'failed' ? sample.message : error,
    sent,
    canSend: goesTo.url !== null && sample.state === 'there',
    send,
  };
}

/** What was chosen for another endpoint or provider counts no more. */
function useWay(endpoint: Endpoint, provider: string) {
  const signer = useApp((app) => app.providers.find(({ id }) => id === provider));
  const [chosen, choose] = useState<{ of: string; way: Way } | null>(null);
  const of = JSON.stringify([endpoint.id, provider]);
  const ways = waysFor(endpoint, signer);
  const own = ways.find(({ value }) => chosen?.of === of && value === chosen.way);
  const way: Way = (own ?? ways[0])?.value ?? 'nothing';
  return { signer, ways, way, setWay: (next: Way) => choose({ of, way: next }) };
}

function usePlace(place: Place, endpoint: Endpoint): PlaceWords {
  const receiverUrl = useApp((app) => app.receiver.url);
  const tunnelUrl = useApp((app) => app.tunnel.publicUrl);
  return placeWords(place, endpoint, receiverUrl, tunnelUrl);
}
