// A provider's initial in a small square; a question mark where there is none.

export interface GlyphProps {
  /** The provider's name; null when it is not known. */
  name: string | null;
}

export function Glyph({ name }: GlyphProps) {
  const initial = name?.trim().charAt(0).toUpperCase() || '?';
  return (
    <span
      aria-hidden="true"
      className="grid size-[18px] flex-none place-items-center rounded-[5px] bg-mutebg font-bold text-[10px] text-mute leading-none"
    >
      {initial}
    </span>
  );
}
