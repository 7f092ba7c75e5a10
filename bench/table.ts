/** A line of the table. Absent numbers were not measured, and absent limits are not promised. */
export interface Line {
  measure: string;
  ours: string;
  base?: string;
  ratio?: string;
  floor?: string;
  aim?: string;
  /** The number that is held against floor and aim. */
  value?: number;
  limits?: Limits;
}

/** What a number has to reach: at least, or at most, the floor; better, the aim. */
export interface Limits {
  floor: number;
  aim: number;
  better: 'higher' | 'lower';
}

const HEAD = ['measure', 'ours', 'base', 'ratio', 'floor', 'aim', 'verdict'] as const;

function verdict({ value, limits }: Line): string {
  if (value === undefined || limits === undefined || Number.isNaN(value)) return '';
  const reaches = (limit: number) => (limits.better === 'higher' ? value >= limit : value <= limit);
  if (reaches(limits.aim)) return 'meets aim';
  return reaches(limits.floor) ? 'meets floor' : 'MISSES';
}

/** The table as text. */
export function tableOf(lines: readonly Line[]): string {
  const sign = (line: Line) => (line.limits?.better === 'higher' ? '≥' : '≤');
  const limit = (line: Line, which: 'floor' | 'aim') => line[which] ?? (line.limits ? `${sign(line)} ${line.limits[which]}` : '');
  const rows = lines.map((line) => [
    line.measure,
    line.ours,
    line.base ?? '',
    line.ratio ?? '',
    limit(line, 'floor'),
    limit(line, 'aim'),
    verdict(line),
  ]);
  const all = [[...HEAD], ...rows];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const text = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [text([...HEAD]), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(text)].join('\n');
}

/** A number with as many digits as it deserves. */
export const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
