// What the keys and the palette ask of the body on the screen, without knowing how it is shown.

export type BodyAsk = 'find' | 'copy-value' | 'copy-path';

const answering = new Map<BodyAsk, () => void>();
let waiting: BodyAsk | null = null;

/** Asks the body on the screen; with `wait`, the next one that can when there is none. */
export function askBody(ask: BodyAsk, wait = false): void {
  const answer = answering.get(ask);
  waiting = answer === undefined && wait ? ask : null;
  answer?.();
}

export function canAsk(ask: BodyAsk): boolean {
  return answering.has(ask);
}

/** Answers from now on, and at once when somebody waits. The newest is asked. Answers how to end it. */
export function answerAsk(ask: BodyAsk, answer: () => void): () => void {
  answering.set(ask, answer);
  if (waiting === ask) {
    waiting = null;
    answer();
  }
  return () => {
    if (answering.get(ask) === answer) answering.delete(ask);
  };
}
