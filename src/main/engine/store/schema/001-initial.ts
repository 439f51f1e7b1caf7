// Version 1: deliveries, their messages, attempts, counters, and the small tables.

// A delivery is two rows. `deliveries` is what a list shows and what changes later, about 150 bytes,
// so that a million of them can be passed over in 50 ms and an answer is recorded cheaply.
// `messages` is what came over the wire and never changes.
//
// There is no index on deliveries: the row id is the order of arrival, and the worst filter (nothing
// found in a million) is a scan of 70 ms in the reader, while an index would cost every insert.
//
// The four columns of an answer have their width from the start, with values that cannot occur (see
// codes.ts) while there is none: so it is written over the row in place. A row that grows splits its
// page sooner or later, which was measured to cost 3 microseconds a delivery.
export const initialSchema = `
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY,
  endpoint_id TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  state INTEGER NOT NULL,
  verdict INTEGER NOT NULL,
  reason TEXT,
  handshake INTEGER NOT NULL,
  pinned INTEGER NOT NULL,
  response_status INTEGER NOT NULL,
  response_source INTEGER NOT NULL,
  committed_ms REAL NOT NULL,
  answered_ms REAL NOT NULL,
  body_size INTEGER NOT NULL,
  spooled INTEGER NOT NULL,
  provider TEXT,
  event_type TEXT,
  message_id TEXT,
  content_type TEXT,
  method TEXT NOT NULL,
  target TEXT NOT NULL
);

-- raw: the line that search sees (provider, event type, message id, method and target), then the
-- headers as they came, from head_start, then the body, from head_end, unless it is spooled.
CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  head_start INTEGER NOT NULL,
  head_end INTEGER NOT NULL,
  has_nul INTEGER NOT NULL,
  detail TEXT NOT NULL,
  raw BLOB NOT NULL
);

CREATE TABLE attempts (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL,
  pending INTEGER NOT NULL,
  attempt TEXT NOT NULL
);
-- A delivery is shown with its attempts, and a list with how many there are.
CREATE INDEX attempts_by_delivery ON attempts (delivery_id);
-- Those that a crash cut off are found at start without reading all; it holds what is under way only.
CREATE INDEX attempts_pending ON attempts (id) WHERE pending = 1;

CREATE TABLE attempt_bodies (
  id INTEGER PRIMARY KEY,
  body BLOB NOT NULL
);

-- Kept in the transaction that changes what is counted, so that no count needs a scan.
CREATE TABLE counters (
  endpoint_id TEXT PRIMARY KEY,
  deliveries INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  pinned INTEGER NOT NULL,
  spooled_bytes INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE endpoints (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;
