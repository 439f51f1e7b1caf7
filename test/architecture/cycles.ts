// Finds import cycles.

/** Each cycle once, as the path that leads back to its first file. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];

  function visit(file: string, path: string[]): void {
    const start = path.indexOf(file);
    if (start !== -1) {
      found.push([...path.slice(start), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  }

  for (const file of graph.keys()) visit(file, []);
  return found;
}
