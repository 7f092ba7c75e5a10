/** What the last four weeks say beside the eight before them. */
export const pulseWord = (weeks: number[]): 'quiet' | 'livelier' | 'calmer' | 'steady' => {
  const mean = (part: number[]) => (part.length ? part.reduce((sum, count) => sum + count, 0) / part.length : 0);
  const [lately, before] = [mean(weeks.slice(-4)), mean(weeks.slice(0, -4))];
  if (lately === 0) return 'quiet';
  if (lately > before * 1.25) return 'livelier';
  if (lately < before * 0.75) return 'calmer';
  return 'steady';
};
