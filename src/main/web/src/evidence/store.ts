import { NOTHING, difference, written, type Change, type Evidence, type Interval, type Link, type Span, type Target, type TextLine } from './model';

const LONGEST_HISTORY = 200;

/**
 * The evidence of the post on the stage, and which of it is in hand. Every part of the stage reads it and hears of its
 * changes: "changed" when the evidence did, with what to tell the server; "looked" when only what is in hand, or
 * pointed at, did.
 */
export class EvidenceStore extends EventTarget {
  private state = NOTHING;
  private past: Evidence[] = [];
  private future: Evidence[] = [];
  private openId: string | null = null;
  private hoveredId: string | null = null;
  /** Selected, but not yet part of any link. */
  private chosen: Span | Interval | null = null;

  get evidence(): Evidence {
    return this.state;
  }

  /** The link that is being made or changed. */
  get open(): Link | null {
    return this.state.links.find((link) => link.id === this.openId) ?? null;
  }

  /** Whether a new link waits for its first target. */
  get waiting(): boolean {
    return this.openId !== null && this.open === null;
  }

  get hovered(): string | null {
    return this.hoveredId;
  }

  get pending(): Span | Interval | null {
    return this.chosen;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  /** Whether a link is lit: open, or pointed at. */
  lit(id: string): boolean {
    return id === this.openId || id === this.hoveredId;
  }

  /** Begins with what was stored. */
  reset(evidence: Evidence): void {
    this.state = evidence;
    this.past = [];
    this.future = [];
    this.openId = null;
    this.hoveredId = null;
    this.chosen = null;
    this.dispatchEvent(new Event('looked'));
  }

  /** Selects without making evidence of it; while a link is open, it becomes part of it at once. */
  choose(target: Span | Interval | null): void {
    if (target && this.openId !== null) {
      this.add(target);
      return;
    }
    this.chosen = target;
    this.look();
  }

  /** What E does: takes what is selected into a link; else begins one; else is done with it. */
  link(): void {
    if (this.chosen) {
      this.add(this.chosen);
    } else if (this.openId !== null) {
      this.close();
    } else {
      this.openId = this.freshId();
      this.look();
    }
  }

  /** Adds a target to the open link, or makes a link of it. */
  add(target: Target): void {
    const open = this.open;
    this.chosen = null;
    if (open) {
      this.put({ ...open, targets: [...open.targets, target] });
    } else {
      this.openId ??= this.freshId();
      this.put({ id: this.openId, targets: [target] });
    }
  }

  /** Stores a link in place of the one with its id, or behind all. */
  put(link: Link, whileMoving = false): void {
    const at = this.state.links.findIndex((each) => each.id === link.id);
    const links = at < 0 ? [...this.state.links, link] : this.state.links.with(at, link);
    this.commit({ ...this.state, links }, whileMoving);
  }

  /** Puts another target in the place of one. While it is dragged, the steps between make no history. */
  replace(link: Link, index: number, target: Target, whileMoving = false): void {
    this.put({ ...link, targets: link.targets.with(index, target) }, whileMoving);
  }

  /** Takes a target out; the link goes with its last. */
  remove(link: Link, index: number): void {
    if (link.targets.length === 1) {
      this.drop(link.id);
    } else {
      const { relation, ...rest } = link;
      const targets = link.targets.toSpliced(index, 1);
      this.put(targets.length > 1 && relation ? { ...rest, relation, targets } : { ...rest, targets });
    }
  }

  drop(id: string): void {
    if (this.openId === id) {
      this.openId = null;
    }
    this.commit({ ...this.state, links: this.state.links.filter((link) => link.id !== id) });
  }

  /** Says that a target shows somebody or something by name; no name takes that back. */
  name(link: Link, index: number, name: string): void {
    const target = link.targets[index];
    if (!target) {
      return;
    }
    const { entity: _, ...bare } = target;
    const clean = name.trim();
    let entities = this.state.entities;
    let entity = entities.find((each) => each.name === clean);
    if (clean && !entity) {
      entity = { id: letters(entities.length), name: clean };
      entities = [...entities, entity];
    }
    const named = (clean && entity ? { ...bare, entity: entity.id } : bare) as Target;
    const links = this.state.links.map((each) =>
      each.id === link.id ? { ...each, targets: each.targets.with(index, named) } : each,
    );
    this.commit({ ...this.state, entities, links });
  }

  nameOf(target: Target): string {
    return this.state.entities.find((entity) => entity.id === target.entity)?.name ?? '';
  }

  /** Sets the lines of text in the picture; spans in it move with their words, and go where the words went. */
  write(lines: TextLine[]): void {
    const text = written(lines);
    const links = this.state.links.flatMap((link) => {
      if (!link.targets.some((target) => target.kind === 'span' && target.text === 'image_text')) {
        return [link];
      }
      const targets = link.targets.flatMap((target): Target[] => {
        if (target.kind !== 'span' || target.text !== 'image_text') {
          return [target];
        }
        const start = nearest(text, target.quote, target.start);
        return start < 0 ? [] : [{ ...target, start, end: start + target.quote.length }];
      });
      return targets.length > 0 ? [{ ...link, targets }] : [];
    });
    this.commit({ ...this.state, image_text: lines, links });
  }

  select(id: string | null): void {
    if (this.openId !== id) {
      this.openId = id;
      this.chosen = null;
      this.look();
    }
  }

  close(): void {
    this.select(null);
  }

  hover(id: string | null): void {
    if (this.hoveredId !== id) {
      this.hoveredId = id;
      this.look();
    }
  }

  /** Opens the link so many after the open one, around the ends. */
  step(by: number): Link | null {
    const links = this.state.links;
    if (links.length === 0) {
      return null;
    }
    const at = links.findIndex((link) => link.id === this.openId);
    const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : (at + by + links.length) % links.length;
    this.select(links[to]?.id ?? null);
    return this.open;
  }

  undo(): void {
    const before = this.past.pop();
    if (before) {
      this.future.push(this.state);
      this.become(before);
    }
  }

  redo(): void {
    const after = this.future.pop();
    if (after) {
      this.past.push(this.state);
      this.become(after);
    }
  }

  /** What was before the move begins is what undo returns to. */
  private commit(next: Evidence, whileMoving = false): void {
    if (!whileMoving || !this.moving) {
      this.past.push(this.state);
      if (this.past.length > LONGEST_HISTORY) {
        this.past.shift();
      }
      this.future = [];
    }
    this.moving = whileMoving;
    this.become(next);
  }

  private moving = false;

  /** Ends a move; what follows is a step of its own. */
  settle(): void {
    this.moving = false;
  }

  private become(next: Evidence): void {
    const change = difference(this.state, next);
    this.state = next;
    if (change) {
      this.dispatchEvent(new CustomEvent<Change>('changed', { detail: change }));
    }
    this.look();
  }

  private look(): void {
    this.dispatchEvent(new Event('looked'));
  }

  private freshId(): string {
    const numbers = this.state.links.map((link) => Number(/^L(\d+)$/.exec(link.id)?.[1] ?? 0));
    return `L${numbers.reduce((a, b) => Math.max(a, b), 0) + 1}`;
  }
}

/** 0 → A, 25 → Z, 26 → AA. */
function letters(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : letters(Math.floor(index / 26) - 1) + rest;
}

/** Where a quote stands in a text, nearest to where it stood; -1 where it does not. */
function nearest(text: string, quote: string, from: number): number {
  const before = text.lastIndexOf(quote, from);
  const after = text.indexOf(quote, from);
  if (before < 0 || after < 0) {
    return Math.max(before, after);
  }
  return from - before <= after - from ? before : after;
}
