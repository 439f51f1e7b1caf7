// What a command is: something one can do, by a key or by its name.

export type CommandGroup = 'List' | 'Delivery' | 'Endpoints' | 'Hookglass';

export interface Command {
  /** Names of keys as {@link matchesKey} takes them; none for what only the palette offers. */
  keys: string[];
  label: string;
  group: CommandGroup;
  run(): void;
  /** Whether it makes sense now; without it, it always does. */
  enabled?(): boolean;
  /** Moves about: left out of the palette, and left to whatever has the focus outside the list. */
  moves?: boolean;
  /** Where a key with Ctrl or Cmd belongs to something else: in a field, or in all but the list. */
  not?: 'typing' | 'outside-list';
}
