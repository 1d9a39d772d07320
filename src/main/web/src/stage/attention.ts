/** Half-open stretches of milliseconds, merged and in order. */
export type Stretches = [number, number][];

/** Adds a stretch; it joins those that it touches, within the given gap. */
export function joined(all: Stretches, start: number, end: number, gap = 0): Stretches {
  if (end <= start) {
    return all;
  }
  const before = all.filter(([, to]) => to + gap < start);
  const after = all.filter(([from]) => from > end + gap);
  const touching = all.slice(before.length, all.length - after.length);
  const from = Math.min(start, ...touching.map(([first]) => first));
  const to = Math.max(end, ...touching.map(([, last]) => last));
  return [...before, [from, to], ...after];
}

/** What a person did with a post so far, as the server is told: times since it was opened, and times of its sound. */
export interface Attention {
  /** Milliseconds of work on it. */
  active: number;
  /** When each part was seen, or could be heard: on the clock of the work. */
  viewed: Record<string, Stretches>;
  /** Which stretches of the sound were played with the sound on. */
  heard: Stretches;
  /** Whether the picture was seen at its full size. */
  fullImage: boolean;
  /** Milliseconds spent over the transcript. */
  transcript: number;
}

export const UNATTENDED: Attention = { active: 0, viewed: {}, heard: [], fullImage: false, transcript: 0 };

/** Milliseconds in all stretches. */
export function total(all: Stretches): number {
  return all.reduce((sum, [start, end]) => sum + end - start, 0);
}
