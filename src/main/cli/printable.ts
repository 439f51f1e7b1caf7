// Text from the network as a terminal may show it: it must not steer the terminal.

export function printable(text: string, maxLength = 200): string {
  return text.replace(/[^\x20-\x7e\u00a1-\uffff]/g, '?').slice(0, maxLength);
}
