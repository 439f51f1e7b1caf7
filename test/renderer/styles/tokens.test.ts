import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LABELS } from '../../../src/shared/labels.ts';

const css = readFileSync(
  new URL('../../../src/renderer/styles/tokens.css', import.meta.url),
  'utf8',
);

function tokensOf(theme: string): Map<string, string> {
  const block = css.split(`[data-theme="${theme}"] {`)[1]?.split('}')[0] ?? '';
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1]!, m[2]!]));
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
}

const surfaces = ['bg', 'panel', 'raised', 'hover', 'sel'];
const pairs = [
  ...['ink', 'ink2', 'ink3'].flatMap((ink) => surfaces.map((on) => [ink, on])),
  ...['ok', 'bad', 'warn', 'mute', 'special'].map((tone) => [tone, `${tone}bg`]),
  ...['ok', 'bad', 'warn'].flatMap((tone) => ['panel', 'sel', 'hover'].map((on) => [tone, on])),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-hover'],
];

describe.each(['light', 'dark'])('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const value = (name: string) => tokens.get(name) ?? `--${name} is missing`;

  it.each(pairs)('can be read: %s on %s', (ink, on) => {
    expect(contrast(value(ink!), value(on!))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ...LABELS.flatMap((label) => ['panel', 'sel', 'hover'].map((on) => [`label-${label}`, on])),
    ['edge', 'panel'],
    ['focus', 'panel'],
    ['focus', 'bg'],
    ['focus', 'sel'],
  ])('shows edges of controls, the focus and labels: %s on %s', (line, on) => {
    expect(contrast(value(line), value(on))).toBeGreaterThanOrEqual(3);
  });
});

it('defines the same roles in both themes', () => {
  expect([...tokensOf('dark').keys()].sort()).toEqual([...tokensOf('light').keys()].sort());
});
