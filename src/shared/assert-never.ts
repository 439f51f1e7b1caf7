// Makes the compiler refuse a switch that forgets a member of a union.

/** Called where nothing is left of a union; throws should something be after all. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
