/** Offsets between which a person can mark text: never inside a character as people see it, however many units it has. */
export interface Stretch {
  start: number;
  end: number;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The words of a text in its language, each as a stretch; emoji count as words, spaces and punctuation do not. */
export function wordsOf(text: string, lang: string): Stretch[] {
  const words: Stretch[] = [];
  for (const piece of segmenter(lang).segment(text)) {
    if (piece.isWordLike || /\p{Extended_Pictographic}/u.test(piece.segment)) {
      words.push({ start: piece.index, end: piece.index + piece.segment.length });
    }
  }
  return words;
}

/** The smallest stretch of whole visible characters that holds the given one; null for nothing. */
export function whole(text: string, from: number, to: number): Stretch | null {
  const start = Math.max(0, Math.min(from, to));
  const end = Math.min(text.length, Math.max(from, to));
  if (start >= end) {
    return null;
  }
  const segments = graphemes.segment(text);
  const first = segments.containing(start);
  const last = segments.containing(end - 1);
  return first && last ? { start: first.index, end: last.index + last.segment.length } : null;
}

/** The characters as people see them, each as a stretch. */
export function charactersOf(text: string): Stretch[] {
  return [...graphemes.segment(text)].map((piece) => ({ start: piece.index, end: piece.index + piece.segment.length }));
}

function segmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang || undefined, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}
