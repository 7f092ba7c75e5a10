/** The through-line in small: six knots, red where something is connected, a ring at where one stands. The first knot is open: words of a person. */
export function Strip({ at, reached, label }: { at: number; reached: boolean[]; label: string }) {
  return (
    <span role="img" aria-label={label} className="strip">
      {reached.map((there, i) => (
        <span key={i}>
          {i > 0 && <span className={`way ${there && reached[i - 1] ? 'drawn' : ''}`} />}
          <span className={`knot ${i === at ? 'self' : !there ? 'none' : i === 0 ? 'open' : ''}`} />
        </span>
      ))}
    </span>
  );
}
