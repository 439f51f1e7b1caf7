// The Hookglass mark: a magnifier whose handle ends in a hook, with a check under the glass.

export interface BrandMarkProps {
  /** Width and height in CSS pixels. */
  size?: number;
  className?: string;
}

/** Decorative: the product's name stands beside it. Takes the colour of the text around it. */
export function BrandMark({ size = 22, className }: BrandMarkProps) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="9.8" cy="9.8" r="6.7" />
      <path d="m14.7 14.7 2.9 2.9a2.55 2.55 0 1 0 3.6-3.6" />
      <path d="m7 10 2 2 3.6-4.1" strokeWidth="1.9" />
    </svg>
  );
}
