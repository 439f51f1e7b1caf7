// The colours that a delivery can be labelled with.

/** Stored by their place: only ever append. */
export const LABELS = ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'gray'] as const;
export type Label = (typeof LABELS)[number];
