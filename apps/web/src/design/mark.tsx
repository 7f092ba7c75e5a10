/** The sign of Throughline: a thread through a knot. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" fill="none" stroke="currentColor" strokeWidth="2.4" aria-hidden>
      <path d="M1 18.5c5 0 5.2-1.8 7.4-4.6" strokeLinecap="round" />
      <circle cx="13" cy="11" r="5.4" />
      <path d="M17.7 8.2C19.6 5.6 20.6 4 25 4" strokeLinecap="round" />
    </svg>
  );
}
