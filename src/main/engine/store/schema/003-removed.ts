// Version 3: what was removed a moment ago, and can still be brought back.

// A delivery that is removed moves from `deliveries` to `removed` and takes nothing else with it: its
// message, attempts and file stay until the removal is final. So every read, whatever it filters by,
// leaves it out without knowing of removals, and bringing it back is moving one small row.
//
// The columns are those of `deliveries`, and `removal`, which numbers what was removed in one go. A
// migration that adds a column to `deliveries` adds it here too. There is no index: removals are few,
// and each is a run of neighbouring rows.
export const removedSchema = `
CREATE TABLE removed AS SELECT 0 AS removal, * FROM deliveries WHERE 0;
`;
