/** What the server says of a medium: ready with addresses, on its way, or refused with a reason. */
export interface Medium {
  state: 'ready' | 'pending' | 'refused';
  reason: string;
  src: string;
  srcset: string;
  /** The video of an image that moves; empty where it stands still. */
  film: string;
  poster: string;
  peaks: string;
  width: number;
  height: number;
  /** Milliseconds; 0 where unknown. */
  duration: number;
}

/** Milliseconds on the clock of the sound; end is exclusive. */
export interface Cue {
  start: number;
  end: number;
  text: string;
}

export interface Transcript {
  text: string;
  cues: Cue[];
}

export interface Post {
  id: string;
  author: string;
  created: string;
  createdIso: string;
  language: string;
  lang: string;
  caption: string | null;
  altText: string | null;
  image: Medium | null;
  sound: Medium | null;
  video: Medium | null;
  transcript: Transcript | null;
}

/** One part alone, or all of them. */
export type Shown = 'image' | 'caption' | 'audio' | 'joint';

/** The words of the stage, in the language of the person. */
export type Words = Record<string, string>;

/** 75600 → "1:15.6". */
export function clock(millis: number, tenths = true): string {
  const all = Math.max(0, Math.round(millis / 100));
  const minutes = Math.floor(all / 600);
  const seconds = String(Math.floor((all % 600) / 10)).padStart(2, '0');
  return tenths ? `${minutes}:${seconds}.${all % 10}` : `${minutes}:${seconds}`;
}

/** The position of the cue at a time, or of the last one before it; -1 before the first. */
export function cueAt(cues: Cue[], millis: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.start ?? 0) <= millis) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};

/** A cue without its WebVTT markup: who speaks, where it says so, and what is heard. */
export function spoken(cue: string): { speaker: string; words: string } {
  const voice = /^\s*<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(cue);
  const plain = cue.replace(/<[^>]*>/g, '');
  return {
    speaker: voice?.[1]?.trim() ?? '',
    words: plain.replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity),
  };
}
