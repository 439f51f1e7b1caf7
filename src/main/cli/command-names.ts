// The commands there are besides running Hookglass.

const COMMAND_NAMES = [
  'verify',
  'sign',
  'send',
  'events',
  'keys',
  'list',
  'export',
  'import',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** The command that the arguments begin with; null when they are options of the run itself. */
export function commandOf([first]: readonly string[]): CommandName | null {
  return COMMAND_NAMES.find((name) => name === first) ?? null;
}
