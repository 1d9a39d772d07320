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
  /** A picture of its spectrum over time, as wide as its duration; empty where there is none. */
  spectrogram: string;
  /** The address of the times at which its picture changes; empty where there are none. */
  scenes: string;
  /** Pictures a second; 0 where unknown. */
  rate: number;
  /** Integrated loudness in LUFS; 0 where unknown. */
  loudness: number;
  width: number;
  height: number;
  /** Milliseconds; 0 where unknown. */
  duration: number;
}

/** Milliseconds on the clock of the sound; end is exclusive. */
export interface Cue {
  start: number;
  end: number;
  /** As stored, with its WebVTT markup. */
  text: string;
  speaker?: string;
  /** What is heard, without markup. */
  words?: string;
}

/** A word, or what stands between two, with the time at which it is heard. */
export interface TimedWord {
  start: number;
  end: number;
  text: string;
  /** Whether it is a word. */
  spoken: boolean;
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
  /** The address of the lanes of its sensors; empty where it has none. */
  sensors: string;
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

function plain(cue: string): string {
  return cue.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** A cue with who speaks, where it says so, and what is heard, both without WebVTT markup. */
export function readable(cue: Cue): Cue {
  const voice = /^\s*<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(cue.text);
  return { ...cue, speaker: voice?.[1]?.trim() ?? '', words: plain(cue.text) };
}

const STAMP = /<(?:(\d{2,}):)?(\d{2}):(\d{2})\.(\d{3})>/;

/**
 * The words of a cue with their times: those that the transcript states, and between two stated times by the share of
 * characters.
 */
export function timedWords(cue: Cue, lang: string): TimedWord[] {
  const words: TimedWord[] = [];
  const pieces = cue.text.split(new RegExp(STAMP, 'g'));
  const texts: { start: number; text: string }[] = [{ start: cue.start, text: plain(pieces[0] ?? '') }];
  for (let i = 1; i + 4 < pieces.length; i += 5) {
    const [hours, minutes, seconds, millis, text] = pieces.slice(i, i + 5);
    const start = ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(millis);
    texts.push({ start: Math.min(Math.max(start, cue.start), cue.end), text: plain(text ?? '') });
  }
  const segmenter = new Intl.Segmenter(lang || undefined, { granularity: 'word' });
  for (const [index, { start, text }] of texts.entries()) {
    const end = texts[index + 1]?.start ?? cue.end;
    for (const piece of segmenter.segment(text)) {
      const at = (offset: number) => Math.round(start + ((end - start) * offset) / Math.max(1, text.length));
      words.push({
        start: at(piece.index),
        end: at(piece.index + piece.segment.length),
        text: piece.segment,
        spoken: piece.isWordLike ?? false,
      });
    }
  }
  return words;
}
