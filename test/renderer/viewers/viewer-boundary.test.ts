// A viewer that fails is replaced by its fallback, which is told why.

import { describe, expect, it } from 'vitest';
import { ViewerBoundary } from '../../../src/renderer/viewers/ViewerBoundary.tsx';

describe('ViewerBoundary', () => {
  const boundary = () =>
    new ViewerBoundary({ children: 'the view', fallback: (message) => `raw: ${message}` });

  it('shows the view while it works', () => {
    expect(boundary().render()).toBe('the view');
  });

  it('shows the fallback with the reason once it failed, whatever was thrown', () => {
    for (const [thrown, shown] of [
      [new Error('no'), 'raw: no'],
      ['plain', 'raw: plain'],
    ]) {
      const failed = boundary();
      failed.state = ViewerBoundary.getDerivedStateFromError(thrown);
      expect(failed.render()).toBe(shown);
    }
  });
});
