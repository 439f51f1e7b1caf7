// What was brought in from files, so that the same file brings nothing twice. A delivery that is gone
// may be brought in again: its line stays, and is written over then.
export const importsSchema = `
CREATE TABLE imports (
  fingerprint TEXT PRIMARY KEY,
  delivery_id INTEGER NOT NULL
) WITHOUT ROWID;
`;
