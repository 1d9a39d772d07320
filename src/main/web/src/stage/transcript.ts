import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { EvidenceStore } from '../evidence/store';
import { clock, cueAt, timedWords, type Cue, type TimedWord, type Transcript, type Words } from './model';

/** Words are made only for so many cues around the one that is heard. */
const NEAR = 12;

/**
 * What is said, in step with the sound: it follows, seeks by cue and by word, and a stretch of words can be taken as an
 * interval by dragging over them, or by Shift and arrows.
 */
@customElement('conjoint-transcript')
export class TranscriptLines extends LitElement {
  @property({ attribute: false }) transcript: Transcript | null = null;
  @property({ attribute: false }) words: Words = {};
  @property({ attribute: false }) store: EvidenceStore | null = null;
  @property({ type: Boolean }) marks = false;
  @property() speech = '';
  /** Milliseconds. */
  @property({ type: Number }) at = 0;
  @state() private anchor: TimedWord | null = null;
  @state() private head: TimedWord | null = null;
  @query('.cues') private list?: HTMLElement;
  private readonly timed = new Map<Cue, TimedWord[]>();
  private dragged = false;
  private lastHeard = '';
  /** Milliseconds for which it had the focus or the pointer. */
  read = 0;
  private since = 0;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  /** The time alone changes what is seen only when another word is heard. */
  override shouldUpdate(changed: Map<string, unknown>): boolean {
    if (changed.size > 1 || !changed.has('at')) {
      return true;
    }
    const heard = this.heard();
    const same = heard === this.lastHeard;
    this.lastHeard = heard;
    return !same;
  }

  /** The cue and the word at this time, as one name. */
  private heard(): string {
    const cues = this.transcript?.cues ?? [];
    const index = cueAt(cues, this.at);
    const cue = cues[index];
    if (!cue || this.at >= cue.end) {
      return `${index} –`;
    }
    return `${index} ${this.wordsOf(cue).findIndex((word) => word.spoken && this.at >= word.start && this.at < word.end)}`;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('transcript')) {
      this.timed.clear();
      this.lastHeard = '';
      this.anchor = this.head = null;
      this.read = 0;
    }
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('at')) {
      this.follow();
    }
  }

  private wordsOf(cue: Cue): TimedWord[] {
    let words = this.timed.get(cue);
    if (!words) {
      words = timedWords(cue, this.speech);
      this.timed.set(cue, words);
    }
    return words;
  }

  private follow(): void {
    const current = this.list?.querySelector<HTMLElement>('[aria-current=true]');
    if (!current || !this.list || this.list.matches(':hover, :focus-within')) {
      return;
    }
    const top = current.offsetTop - this.list.offsetTop - (this.list.clientHeight - current.offsetHeight) / 2;
    if (Math.abs(this.list.scrollTop - top) > 4) {
      this.list.scrollTo({ top, behavior: 'smooth' });
    }
  }

  private seek(millis: number): void {
    this.dispatchEvent(new CustomEvent('seek', { detail: millis, bubbles: true }));
  }

  private wordAt(event: Event): TimedWord | null {
    const element = event.composedPath()[0];
    const word = element instanceof HTMLElement ? element.closest<HTMLElement>('[data-word]') : null;
    if (!word) {
      return null;
    }
    const [cue, index] = (word.dataset['word'] ?? '').split(':').map(Number);
    const found = this.transcript?.cues[cue ?? -1];
    return found ? (this.wordsOf(found)[index ?? -1] ?? null) : null;
  }

  private down(event: PointerEvent): void {
    this.anchor = this.head = this.marks ? this.wordAt(event) : null;
    this.dragged = false;
  }

  private over(event: PointerEvent): void {
    if (event.buttons === 1 && this.anchor) {
      const word = this.wordAt(event);
      if (word && word !== this.head) {
        this.head = word;
        this.dragged = true;
      }
    }
  }

  private up(event: PointerEvent): void {
    if (this.dragged) {
      this.take();
    } else {
      const word = this.wordAt(event);
      if (word) {
        this.seek(word.start);
      }
    }
  }

  /** The words from anchor to head become the choice. */
  private take(): void {
    if (!this.anchor || !this.head || !this.store) {
      return;
    }
    const first = this.anchor.start <= this.head.start ? this.anchor : this.head;
    const last = first === this.anchor ? this.head : this.anchor;
    const all = (this.transcript?.cues ?? []).flatMap((cue) =>
      cue.end < first.start || cue.start > last.end ? [] : this.wordsOf(cue).filter((word) => word.start >= first.start && word.end <= last.end),
    );
    const words = all.map((word) => word.text).join('').trim().slice(0, 500);
    this.store.choose({ kind: 'interval', start: first.start, end: Math.max(last.end, first.start + 5), words });
  }

  private keys(event: KeyboardEvent, cueIndex: number): void {
    const cue = this.transcript?.cues[cueIndex];
    if (!cue) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = (event.currentTarget as HTMLElement)[event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling'];
      (next as HTMLElement | null)?.focus();
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const words = this.wordsOf(cue).filter((word) => word.spoken);
      const back = (event.key === 'ArrowLeft') !== (getComputedStyle(event.currentTarget as HTMLElement).direction === 'rtl');
      const at = this.head ? words.findIndex((word) => word.start === this.head?.start) : back ? words.length : -1;
      const next = words[at + (back ? -1 : 1)];
      if (next) {
        this.head = next;
        this.anchor = event.shiftKey && this.anchor ? this.anchor : next;
        if (event.shiftKey && this.marks) {
          this.take();
        } else {
          this.seek(next.start);
        }
      }
    } else if (event.key === 'Escape') {
      this.anchor = this.head = null;
      this.store?.choose(null);
      return;
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private readonly begin = (): void => {
    this.since ||= performance.now();
  };

  private readonly end = (): void => {
    if (this.since && !this.matches(':hover, :focus-within')) {
      this.read += performance.now() - this.since;
      this.since = 0;
    }
  };

  private chosen(word: TimedWord): boolean {
    if (!this.anchor || !this.head || this.anchor === this.head) {
      return false;
    }
    return word.start >= Math.min(this.anchor.start, this.head.start) && word.end <= Math.max(this.anchor.end, this.head.end);
  }

  override render() {
    const transcript = this.transcript;
    if (!transcript) {
      return html`<div class="transcript muted">${this.words['noTranscript']}</div>`;
    }
    if (transcript.cues.length === 0) {
      return html`<div class="transcript" tabindex="0" role="group" aria-label=${this.words['transcript'] ?? ''} @pointerenter=${this.begin} @pointerleave=${this.end}
        ><conjoint-text class="words" kind="transcript" .text=${transcript.text} lang=${this.speech} .label=${this.words['transcript'] ?? ''} .store=${this.marks ? this.store : null}></conjoint-text></div>`;
    }
    const current = cueAt(transcript.cues, this.at);
    return html`<div
      class="transcript"
      role="group"
      aria-label=${this.words['transcript'] ?? ''}
      @pointerenter=${this.begin}
      @pointerleave=${this.end}
      @focusin=${this.begin}
      @focusout=${this.end}
    >
      <div class="cues" lang=${this.speech} dir="auto" @pointerdown=${this.down} @pointermove=${this.over} @pointerup=${this.up}>
        ${transcript.cues.map((cue, index) => this.renderCue(cue, index, current))}
      </div>
    </div>`;
  }

  private renderCue(cue: Cue, index: number, current: number) {
    const near = Math.abs(index - Math.max(0, current)) <= NEAR;
    return html`<button
      type="button"
      tabindex=${index === Math.max(0, current) ? 0 : -1}
      aria-current=${this.at >= cue.start && this.at < cue.end ? 'true' : 'false'}
      @click=${(event: MouseEvent) => event.detail === 0 && this.seek(cue.start)}
      @keydown=${(event: KeyboardEvent) => this.keys(event, index)}
      ><span class="at num">${clock(cue.start)}</span>${cue.speaker ? html`<span class="speaker" .textContent=${`${cue.speaker}: `}></span>` : nothing}<span
        class="said"
        dir="auto"
        >${near
          ? this.wordsOf(cue).map((word, at) =>
              word.spoken
                ? html`<span
                    data-word="${index}:${at}"
                    class="word ${this.at >= word.start && this.at < word.end ? 'now' : ''} ${this.chosen(word) ? 'chosen' : ''}"
                    .textContent=${word.text}
                  ></span>`
                : word.text,
            )
          : cue.words}</span
      ></button>`;
  }
}
