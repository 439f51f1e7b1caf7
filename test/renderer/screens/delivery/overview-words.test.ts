// The story of a delivery leads with what matters most.

import { describe, expect, it } from 'vitest';
import {
  deliveryTitle,
  tellStory,
} from '../../../../src/renderer/screens/delivery/overview-words.ts';
import { delivery, provider } from './fixtures.ts';

describe('deliveryTitle', () => {
  it('is the event type, else the request, else a plain word', () => {
    expect(deliveryTitle(delivery())).toBe('certificate.minted');
    expect(deliveryTitle(delivery({ eventType: null }))).toBe('POST /pocketbook/a?b=1');
    const nameless = { eventType: '', method: '', target: '' };
    expect(deliveryTitle(delivery({ ...nameless, state: 'malformed' }))).toBe('Not a request');
    expect(deliveryTitle(delivery({ ...nameless, state: 'aborted' }))).toBe('Incomplete headers');
  });
});

describe('tellStory', () => {
  it('says that all is well, how it is known, and what was answered', () => {
    const story = tellStory(delivery(), provider);
    expect(story.tone).toBe('ok');
    expect(story.title).toMatch(/^Genuine/);
    expect(story.statements.map(({ tone }) => tone)).toEqual(['ok', 'ok']);
  });

  it('leads with the trouble where a genuine request went wrong', () => {
    const failed = delivery({ response: { status: 500, source: 'forward' } });
    const story = tellStory(failed, provider);
    expect(story).toMatchObject({ tone: 'bad', title: 'Genuine, but your server answered 500' });
    expect(story.statements.at(-1)?.text).toMatch(/^Genuine: Pocketbook signed it/);
  });

  it('leads with the trouble also where nothing is known about the signature', () => {
    const { verdict } = delivery();
    const unchecked = delivery({
      verdict: { ...verdict, status: 'unchecked', reason: 'no-secret', secretLabel: null },
      response: { status: 500, source: 'forward' },
    });
    const story = tellStory(unchecked, provider);
    expect(story).toMatchObject({ tone: 'bad', title: 'Your server answered 500' });
    expect(story.statements.at(-1)?.text).toBe('Not checked: no signing secret is set.');
  });

  it('leads with a signature that does not hold, whatever was answered', () => {
    const { verdict } = delivery();
    const forged = delivery({
      verdict: { ...verdict, status: 'failed', reason: 'signature-mismatch' },
      response: { status: 401, source: 'forward' },
    });
    expect(tellStory(forged, provider).title).toBe('The signature does not match');
  });

  it('leads with what broke a request that never was complete', () => {
    const story = tellStory(delivery({ state: 'oversized', problem: 'It was 30 MB.' }), provider);
    expect(story).toMatchObject({ tone: 'bad', title: 'The body was larger than the limit' });
    expect(story.statements[0]?.text).toBe('It was 30 MB.');
  });
});
