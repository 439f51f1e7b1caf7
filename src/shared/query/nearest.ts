// The word that somebody probably meant.

/**
 * The candidate that is fewest typing mistakes away: letters that are missing, too many, wrong or
 * swapped. Null when none is near. Only the first 40 characters count.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const typed = word.toLowerCase().slice(0, 40);
  if (typed === '') return null;
  let best: string | null = null;
  // A third of the letters may be wrong, or one of the shortest words.
  let fewest = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const mistakes = distance(typed, candidate.toLowerCase());
    if (mistakes < fewest) {
      fewest = mistakes;
      best = candidate;
    }
  }
  return best ?? candidates.find((candidate) => startsLike(candidate, typed)) ?? null;
}

function startsLike(candidate: string, typed: string): boolean {
  return typed.length >= 2 && candidate.toLowerCase().startsWith(typed);
}

/** Optimal string alignment distance. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let mistakes = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        mistakes = Math.min(mistakes, (before[j - 2] ?? 0) + 1);
      }
      row.push(mistakes);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
