import { LitElement, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Evidence, Span, TextKind } from './model';
import type { EvidenceStore } from './store';
import { charactersOf, whole, wordsOf, type Stretch } from './words';

/** Spans are painted by the browser's own highlights: the text stays one node, exactly as it was stored. */
const MARKED = new Highlight();
const LIT = new Highlight();
const CHOSEN = new Highlight();
CSS.highlights.set('conjoint-span', MARKED);
CSS.highlights.set('conjoint-span-lit', LIT);
CSS.highlights.set('conjoint-span-chosen', CHOSEN);
LIT.priority = 1;
CHOSEN.priority = 2;

/**
 * A text of the post in which spans can be marked, by dragging or by keys: arrows go from word to word, with Shift they
 * take further words in, with Control they go by characters; Enter makes the choice part of a link.
 */
@customElement('conjoint-text')
export class MarkedText extends LitElement {
  @property({ attribute: false }) text = '';
  @property() kind: TextKind = 'caption';
  @property() override lang = '';
  @property() label = '';
  @property({ attribute: false }) store: EvidenceStore | null = null;
  @query('p') private paragraph?: HTMLElement;
  private ranges: { range: Range; link: string; in: Highlight | null }[] = [];
  private painted: Evidence | null = null;
  private chosen: Range | null = null;
  private words: Stretch[] = [];
  private anchor: Stretch | null = null;
  private head: Stretch | null = null;
  private listening: EvidenceStore | null = null;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    this.listening?.removeEventListener('looked', this.paint);
    this.listening = null;
    this.unpaint();
    super.disconnectedCallback();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate('store');
  }

  override updated(changed: Map<string, unknown>): void {
    if (this.listening !== this.store) {
      this.listening?.removeEventListener('looked', this.paint);
      this.store?.addEventListener('looked', this.paint);
      this.listening = this.store;
    }
    if (changed.has('text')) {
      this.words = wordsOf(this.text, this.lang);
      this.anchor = this.head = null;
    }
    this.paint();
  }

  /** Takes the focus, with the first word, or the one chosen last, in hand. */
  override focus(): void {
    this.paragraph?.focus();
    if (!this.head) {
      this.go(this.words[0] ?? null, false);
    }
  }

  override render() {
    return html`<p
      lang=${this.lang}
      dir="auto"
      tabindex="0"
      role="group"
      aria-label=${this.label}
      .textContent=${this.text}
      @pointerup=${this.marked}
      @pointermove=${this.point}
      @pointerleave=${() => this.store?.hover(null)}
      @click=${this.press}
      @keydown=${this.keys}
    ></p>`;
  }

  private get node(): Text | null {
    return this.paragraph?.firstChild instanceof Text ? this.paragraph.firstChild : null;
  }

  private spans(): { span: Span; link: string }[] {
    return (this.store?.evidence.links ?? []).flatMap((link) =>
      link.targets.flatMap((target) => (target.kind === 'span' && target.text === this.kind ? [{ span: target, link: link.id }] : [])),
    );
  }

  /** Marks all anew when the evidence changed, and otherwise only what is lit now, or was. */
  private readonly paint = (): void => {
    const node = this.node;
    const store = this.store;
    if (!node || !store) {
      this.unpaint();
      return;
    }
    if (this.painted !== store.evidence || this.ranges[0]?.range.startContainer !== node) {
      this.unpaint();
      this.painted = store.evidence;
      for (const { span, link } of this.spans()) {
        const range = rangeIn(node, span.start, span.end);
        if (range) {
          this.ranges.push({ range, link, in: null });
        }
      }
    }
    for (const each of this.ranges) {
      const wanted = store.lit(each.link) ? LIT : MARKED;
      if (each.in !== wanted) {
        each.in?.delete(each.range);
        wanted.add(each.range);
        each.in = wanted;
      }
    }
    this.paintChosen(node, store);
  };

  private paintChosen(node: Text, store: EvidenceStore): void {
    if (this.chosen) {
      CHOSEN.delete(this.chosen);
      this.chosen = null;
    }
    const pending = store.pending;
    const inHand = document.activeElement === this.paragraph ? this.head : null;
    const stretch = pending?.kind === 'span' && pending.text === this.kind ? pending : inHand;
    this.chosen = stretch && rangeIn(node, stretch.start, stretch.end);
    if (this.chosen) {
      CHOSEN.add(this.chosen);
    }
  }

  private unpaint(): void {
    for (const each of this.ranges) {
      each.in?.delete(each.range);
    }
    this.ranges = [];
    this.painted = null;
    if (this.chosen) {
      CHOSEN.delete(this.chosen);
      this.chosen = null;
    }
  }

  private choose(stretch: Stretch | null): void {
    this.store?.choose(
      stretch && {
        kind: 'span',
        text: this.kind,
        start: stretch.start,
        end: stretch.end,
        quote: this.text.slice(stretch.start, stretch.end),
      },
    );
  }

  private marked(): void {
    const selection = document.getSelection();
    const node = this.node;
    if (!selection || selection.isCollapsed || !node || selection.rangeCount === 0) {
      return;
    }
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(node)) {
      return;
    }
    const start = range.startContainer === node ? range.startOffset : 0;
    const end = range.endContainer === node ? range.endOffset : node.length;
    const stretch = whole(this.text, start, end);
    if (stretch) {
      this.anchor = this.head = stretch;
      selection.removeAllRanges();
      this.choose(stretch);
    }
  }

  private at(event: MouseEvent): string | null {
    const position = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    if (!position || position.offsetNode !== this.node) {
      return null;
    }
    const offset = position.offset;
    const found = this.spans().filter(({ span }) => span.start <= offset && offset <= span.end);
    found.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
    return found[0]?.link ?? null;
  }

  private point(event: PointerEvent): void {
    if (event.buttons === 0) {
      this.store?.hover(this.at(event));
    }
  }

  private press(event: MouseEvent): void {
    if (document.getSelection()?.isCollapsed !== false && !this.store?.pending) {
      const link = this.at(event);
      if (link) {
        this.store?.select(link);
      }
    }
  }

  private go(to: Stretch | null, extend: boolean): void {
    if (!to) {
      return;
    }
    this.head = to;
    if (!extend || !this.anchor) {
      this.anchor = to;
    }
    const anchor = this.anchor;
    const stretch = { start: Math.min(anchor.start, to.start), end: Math.max(anchor.end, to.end) };
    // While a link is open, only Enter adds to it; going from word to word must not.
    if (this.store && this.store.open === null && !this.store.waiting) {
      this.choose(stretch);
    } else {
      this.head = stretch;
      this.paint();
      this.head = to;
    }
  }

  private keys(event: KeyboardEvent): void {
    const forward = getComputedStyle(this.paragraph ?? this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const pieces = event.ctrlKey ? charactersOf(this.text) : this.words;
    const head = this.head;
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight': {
        const later = event.key === forward;
        const next = head
          ? later
            ? pieces.find((piece) => piece.start > head.start)
            : pieces.findLast((piece) => piece.start < head.start)
          : pieces[0];
        this.go(next ?? null, event.shiftKey);
        break;
      }
      case 'Home':
        this.go(pieces[0] ?? null, event.shiftKey);
        break;
      case 'End':
        this.go(pieces.at(-1) ?? null, event.shiftKey);
        break;
      case 'Enter': {
        const anchor = this.anchor;
        if (head && anchor && this.store) {
          const start = Math.min(anchor.start, head.start);
          const end = Math.max(anchor.end, head.end);
          this.store.add({ kind: 'span', text: this.kind, start, end, quote: this.text.slice(start, end) });
          this.anchor = head;
        }
        break;
      }
      case 'Escape':
        this.head = this.anchor = null;
        this.store?.choose(null);
        this.paint();
        return;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

function rangeIn(node: Text, start: number, end: number): Range | null {
  if (start >= end || end > node.length) {
    return null;
  }
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}
