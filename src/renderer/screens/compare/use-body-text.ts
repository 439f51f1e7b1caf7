// What differs in the bodies as text: whatever shows it knows it, the dialog copies it.

import { createContext, type RefObject, useContext, useEffect } from 'react';

/** Made when it is asked for; null while there is nothing to tell yet. */
export type BodyText = (() => string) | null;

export const BodyTextContext = createContext<RefObject<BodyText> | null>(null);

/** What is copied of the bodies from now on. */
export function useBodyText(text: BodyText): void {
  const place = useContext(BodyTextContext);
  useEffect(() => {
    if (place === null) return;
    place.current = text;
    return () => {
      if (place.current === text) place.current = null;
    };
  }, [place, text]);
}
