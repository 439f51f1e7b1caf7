// Keeps the row being read where it is on screen when rows above it come or go.

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { indexOf, rowAt, type StreamState } from '../../state/stream.ts';

interface Place {
  id: string;
  index: number;
  /** Another list, or a wish to go up, ends the hold. */
  view: string;
}

/**
 * Scrolls by as many rows as the first visible one was moved by, unless the list is at its top.
 * `offset` is how far it is scrolled and `rowHeight` how tall a row is, in pixels: asking the element would cost a layout every time.
 */
export function useHeldPlace(
  scroller: RefObject<HTMLElement | null>,
  offset: number,
  stream: StreamState,
  rowHeight: number,
): void {
  const place = useRef<Place | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const { endpointId, only } = stream.scope;
    const view = [stream.toTop, endpointId, only, stream.search?.query].join(' ');
    const held = place.current;
    let moved = 0;
    if (held !== null && held.view === view && offset > rowHeight / 2) {
      const index = indexOf(stream, held.id);
      if (index !== -1) moved = (index - held.index) * rowHeight;
    }
    if (moved !== 0) element.scrollTop = offset + moved;
    const first = Math.floor((offset + moved) / rowHeight);
    const row = rowAt(stream, first);
    place.current = row === undefined ? null : { id: row.id, index: first, view };
  });
}
