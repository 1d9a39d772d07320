/** The texts of a post in which a span can be marked. */
export type TextKind = 'caption' | 'alt_text' | 'image_text' | 'transcript';

interface Named {
  /** The id of the entity that it shows. */
  entity?: string;
}

/** Half-open, in UTF-16 units of the text exactly as shown. */
export interface Span extends Named {
  kind: 'span';
  text: TextKind;
  start: number;
  end: number;
  quote: string;
}

/** x, y, width, height; 0 to 1 of the upright picture. */
export type Box = [number, number, number, number];
export type Corner = [number, number];

export interface Region extends Named {
  kind: 'region';
  box?: Box;
  points?: Corner[];
  /** Milliseconds of the frame, for a video. */
  at?: number;
}

/** Half-open, in whole milliseconds on the canonical sound. */
export interface Interval extends Named {
  kind: 'interval';
  start: number;
  end: number;
  words?: string;
}

export type Target = Span | Region | Interval;

export interface Link {
  id: string;
  /** As "targets" or "contradicts:irony". */
  relation?: string;
  alignment?: string;
  note?: string;
  targets: Target[];
}

export interface Entity {
  id: string;
  name: string;
}

export interface TextLine {
  text: string;
  box: Box;
}

/** All that a judgement points at. Never changed in place: a change makes new objects of what it touches. */
export interface Evidence {
  entities: Entity[];
  links: Link[];
  image_text: TextLine[];
}

/** What changed, as the server is told; a list that did not change is left out. */
export interface Change {
  put: Link[];
  drop: string[];
  entities?: Entity[];
  image_text?: TextLine[];
}

export const NOTHING: Evidence = { entities: [], links: [], image_text: [] };

/** What leads from one to the other; null when they are the same. */
export function difference(before: Evidence, after: Evidence): Change | null {
  const old = new Map(before.links.map((link) => [link.id, link]));
  const kept = new Set(after.links.map((link) => link.id));
  const change: Change = {
    put: after.links.filter((link) => old.get(link.id) !== link),
    drop: before.links.filter((link) => !kept.has(link.id)).map((link) => link.id),
  };
  if (before.entities !== after.entities) {
    change.entities = after.entities;
  }
  if (before.image_text !== after.image_text) {
    change.image_text = after.image_text;
  }
  const same = change.put.length === 0 && change.drop.length === 0 && !change.entities && !change.image_text;
  return same ? null : change;
}

/** The text that stands in the picture: its lines joined by line feeds. */
export function written(lines: TextLine[]): string {
  return lines.map((line) => line.text).join('\n');
}

/** The part of a post that a target lies in. */
export function partOf(target: Target): 'image' | 'caption' | 'audio' {
  switch (target.kind) {
    case 'region':
      return 'image';
    case 'interval':
      return 'audio';
    case 'span':
      return target.text === 'image_text' ? 'image' : target.text === 'transcript' ? 'audio' : 'caption';
  }
}
