// Version 2: what the user writes on a delivery, and which deliveries came before with the same message
// id or the same body.

// Redeliveries are recognised when they are stored, by what the writer has in memory of the newest
// deliveries. An index on message_id would find older ones too, but its entries come in no order: every
// delivery would change a page of its own somewhere in it, 8 KB to write for a row of 150 bytes. So only
// those that are redeliveries have an entry in an index, at its end.
//
// label: 0 for none; see codes.ts. first_id: the first delivery of this message, null where it is this
// one. ordinal and since_ms: which time it came, and how long after the time before. same_body: an
// earlier delivery of another message with the same body. body_hash: 52 bits of it, null for bodies that are
// empty, tiny, or a file.
export const notesSchema = `
ALTER TABLE deliveries ADD COLUMN label INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deliveries ADD COLUMN note TEXT;
ALTER TABLE deliveries ADD COLUMN first_id INTEGER;
ALTER TABLE deliveries ADD COLUMN ordinal INTEGER;
ALTER TABLE deliveries ADD COLUMN since_ms INTEGER;
ALTER TABLE deliveries ADD COLUMN same_body INTEGER;
ALTER TABLE deliveries ADD COLUMN body_hash INTEGER;
CREATE INDEX deliveries_by_first ON deliveries (first_id) WHERE first_id IS NOT NULL;
`;
