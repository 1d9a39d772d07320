import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import WaveSurfer from 'wavesurfer.js';
import type { Interval, Link } from '../evidence/model';
import type { EvidenceStore } from '../evidence/store';
import { clock, type Medium, type Words } from './model';

/** audiowaveform's JSON, version 2: minimum and maximum by turns, channels interleaved. */
interface Peaks {
  bits: number;
  channels: number;
  length: number;
  data: number[];
}

const CLOSEST = 1000;
const SHORTEST = 5;

/** Resolves once the page has nothing more urgent to do than to draw. */
function idle(): Promise<void> {
  return new Promise((done) => {
    if ('requestIdleCallback' in window) {
      requestIdleCallback(() => done(), { timeout: 200 });
    } else {
      setTimeout(done);
    }
  });
}

/** The loudest of all channels in each step, from 0 to 1. */
export function envelope(peaks: Peaks): Float32Array {
  const loudest = 2 ** (peaks.bits - 1) - 1;
  const values = 2 * Math.max(1, peaks.channels);
  return Float32Array.from({ length: Math.floor(peaks.data.length / values) }, (_, step) => {
    let top = 0;
    for (let i = step * values; i < (step + 1) * values; i++) {
      top = Math.max(top, Math.abs(peaks.data[i] ?? 0));
    }
    return Math.min(1, top / loudest);
  });
}

/**
 * The waveform with its intervals and marks. A click seeks; dragging selects an interval; the wheel, or + and − while
 * it has the focus, go nearer; arrows seek, with Shift by tenths.
 */
@customElement('conjoint-wave')
export class Wave extends LitElement {
  @property({ attribute: false }) medium: Medium | null = null;
  @property({ attribute: false }) media: HTMLMediaElement | null = null;
  @property({ attribute: false }) store: EvidenceStore | null = null;
  @property({ attribute: false }) words: Words = {};
  @property({ type: Boolean }) marks = false;
  /** Milliseconds. */
  @property({ type: Number }) at = 0;
  /** What is played again and again. */
  @property({ attribute: false }) loop: { start: number; end: number } | null = null;
  @property({ attribute: false }) scenes: number[] = [];
  @property({ type: Boolean, reflect: true }) spectrum = false;
  /** Pixels of the waveform that stand before its left edge. */
  @state() private shift = 0;
  @state() private full = 0;
  @query('.box') private box?: HTMLElement;
  @query('canvas') private sheet?: HTMLCanvasElement;
  private surfer: WaveSurfer | null = null;
  private fetching = new AbortController();
  private listening: EvidenceStore | null = null;
  private zoom = 0;
  private selecting: { from: number; to: number; x: number } | null = null;
  private edge: { link: Link; index: number; side: 'start' | 'end' } | null = null;
  private frame = 0;
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.scheme.addEventListener('change', this.colour);
    this.requestUpdate('media');
  }

  override disconnectedCallback(): void {
    this.scheme.removeEventListener('change', this.colour);
    this.listening?.removeEventListener('looked', this.refresh);
    this.listening = null;
    this.clear();
    super.disconnectedCallback();
  }

  override updated(changed: Map<string, unknown>): void {
    if (this.listening !== this.store) {
      this.listening?.removeEventListener('looked', this.refresh);
      this.store?.addEventListener('looked', this.refresh);
      this.listening = this.store;
    }
    if (changed.has('media') || changed.has('medium')) {
      this.clear();
      if (this.media && this.medium) {
        void this.draw(this.medium, this.media);
      }
    }
    // With the time alone nothing on the canvas moves, but for an interval that is being marked.
    if (changed.size > 1 || !changed.has('at')) {
      this.repaint();
    }
  }

  private readonly refresh = (): void => {
    this.requestUpdate();
    this.repaint();
  };

  private clear(): void {
    this.fetching.abort();
    this.fetching = new AbortController();
    this.surfer?.destroy();
    this.surfer = null;
    this.zoom = 0;
    this.shift = this.full = 0;
    this.selecting = this.edge = null;
  }

  private async draw(medium: Medium, media: HTMLMediaElement): Promise<void> {
    const { signal } = this.fetching;
    let peaks: Float32Array;
    await idle();
    if (signal.aborted) {
      return;
    }
    try {
      const answer = await fetch(medium.peaks, { signal, credentials: 'same-origin' });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      peaks = envelope((await answer.json()) as Peaks);
    } catch {
      if (signal.aborted) {
        return;
      }
      peaks = new Float32Array(2);
    }
    if (signal.aborted || !this.box) {
      return;
    }
    const loudest = peaks.reduce((a, b) => Math.max(a, b), 0);
    const surfer = WaveSurfer.create({
      container: this.box,
      media,
      peaks: [peaks],
      duration: medium.duration / 1000,
      height: 52,
      barWidth: 2,
      barGap: 2,
      barRadius: 2,
      barMinHeight: 2,
      cursorWidth: 2,
      maxPeak: Math.max(loudest, 0.05),
      interact: false,
      hideScrollbar: true,
      autoScroll: true,
      autoCenter: false,
      ...this.colours(),
    });
    const measure = () => {
      this.shift = surfer.getScroll();
      this.full = surfer.getWrapper().clientWidth;
    };
    surfer.on('scroll', measure);
    surfer.on('redrawcomplete', measure);
    surfer.on('zoom', measure);
    this.surfer = surfer;
    requestAnimationFrame(measure);
  }

  private colours() {
    const style = getComputedStyle(this);
    const colour = (name: string) => {
      const probe = document.createElement('span');
      probe.style.color = `var(${name})`;
      this.append(probe);
      const value = getComputedStyle(probe).color;
      probe.remove();
      return value;
    };
    return {
      waveColor: `color-mix(in srgb, ${colour('--sound')} 55%, ${style.backgroundColor})`,
      progressColor: colour('--sound'),
      cursorColor: colour('--ink'),
    };
  }

  private readonly colour = (): void => {
    this.surfer?.setOptions(this.colours());
    this.repaint();
  };

  // -- time and place

  private get length(): number {
    return this.medium?.duration ?? 0;
  }

  private get width(): number {
    return this.full || this.clientWidth;
  }

  private x(millis: number): number {
    return this.length > 0 ? (millis / this.length) * this.width - this.shift : 0;
  }

  private millis(event: MouseEvent): number {
    const left = this.getBoundingClientRect().left;
    const at = ((event.clientX - left + this.shift) / Math.max(1, this.width)) * this.length;
    return Math.round(Math.min(Math.max(0, at), this.length));
  }

  private zoomBy(factor: number): void {
    const surfer = this.surfer;
    if (!surfer || this.length === 0) {
      return;
    }
    const fitted = this.clientWidth / (this.length / 1000);
    const next = Math.min(Math.max((this.zoom || fitted) * factor, fitted), Math.max(CLOSEST, fitted));
    this.zoom = next <= fitted ? 0 : next;
    surfer.zoom(this.zoom);
    surfer.setScrollTime(Math.max(0, this.at / 1000 - this.clientWidth / next / 2));
  }

  // -- the pointer and the keys

  private down(event: PointerEvent): void {
    if (event.button !== 0) {
      return;
    }
    const from = this.millis(event);
    this.selecting = { from, to: from, x: event.clientX };
    this.setPointerCapture(event.pointerId);
    this.focusSlider();
  }

  private move(event: PointerEvent): void {
    if (this.edge) {
      this.pull(this.edge.side, this.millis(event), true);
    } else if (this.selecting) {
      if (Math.abs(event.clientX - this.selecting.x) > 3) {
        this.selecting = { ...this.selecting, to: this.millis(event) };
        this.repaint();
      }
    } else if (event.buttons === 0) {
      this.store?.hover(this.linkAt(this.millis(event)));
    }
  }

  private up(event: PointerEvent): void {
    if (this.edge) {
      this.edge = null;
      this.store?.settle();
      return;
    }
    const selected = this.selecting;
    this.selecting = null;
    if (!selected) {
      return;
    }
    const start = Math.min(selected.from, selected.to);
    const end = Math.max(selected.from, selected.to);
    if (Math.abs(event.clientX - selected.x) <= 3 || end - start < SHORTEST) {
      const link = this.linkAt(selected.from);
      if (link) {
        this.store?.select(link);
      }
      this.seek(selected.from);
      this.store?.choose(null);
    } else if (this.marks) {
      this.store?.choose({ kind: 'interval', start, end });
      this.seek(start);
    }
    this.repaint();
  }

  private seek(millis: number): void {
    this.dispatchEvent(new CustomEvent('seek', { detail: millis, bubbles: true }));
  }

  private focusSlider(): void {
    this.querySelector<HTMLElement>('.wave')?.focus({ preventScroll: true });
  }

  private linkAt(millis: number): string | null {
    let best: { id: string; length: number } | null = null;
    for (const link of this.store?.evidence.links ?? []) {
      for (const target of link.targets) {
        const length = target.kind === 'interval' ? target.end - target.start : 0;
        if (target.kind === 'interval' && target.start <= millis && millis < target.end && (!best || length < best.length)) {
          best = { id: link.id, length };
        }
      }
    }
    return best?.id ?? null;
  }

  private keys(event: KeyboardEvent): void {
    const step = event.shiftKey ? 100 : 1000;
    const steps: Record<string, number> = {
      ArrowRight: step,
      ArrowUp: step,
      ArrowLeft: -step,
      ArrowDown: -step,
      PageUp: 10_000,
      PageDown: -10_000,
    };
    const by = steps[event.key];
    if (event.key === ' ' || event.key === 'Enter') {
      this.dispatchEvent(new CustomEvent('toggle', { bubbles: true }));
    } else if (event.key === 'Home') {
      this.seek(0);
    } else if (event.key === 'End') {
      this.seek(this.length);
    } else if (event.key === '+' || event.key === '=') {
      this.zoomBy(2);
    } else if (event.key === '-') {
      this.zoomBy(0.5);
    } else if (by !== undefined) {
      this.seek(this.at + by);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private wheel(event: WheelEvent): void {
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      return;
    }
    event.preventDefault();
    this.zoomBy(Math.exp(-event.deltaY * 0.002));
  }

  // -- the edges of the intervals of the open link

  private pull(side: 'start' | 'end', millis: number, moving: boolean): void {
    const edge = this.edge;
    const open = this.store?.open;
    const target = edge && open?.targets[edge.index];
    if (!open || !edge || target?.kind !== 'interval') {
      return;
    }
    this.store?.replace(open, edge.index, pulled(target, side, millis, this.length), moving);
  }

  private grab(event: PointerEvent, link: Link, index: number, side: 'start' | 'end'): void {
    event.stopPropagation();
    this.edge = { link, index, side };
    this.setPointerCapture(event.pointerId);
  }

  private nudge(event: KeyboardEvent, link: Link, index: number, side: 'start' | 'end'): void {
    const step = event.shiftKey ? 100 : event.ctrlKey ? 1 : 10;
    const target = link.targets[index];
    if (target?.kind !== 'interval') {
      return;
    }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowDown' || event.key === 'ArrowRight' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -step : step;
      this.store?.replace(link, index, pulled(target, side, target[side] + by, this.length), true);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.store?.remove(link, index);
      this.focusSlider();
    } else if (event.key === ' ') {
      this.seek(target[side]);
    } else if (event.key === 'Enter' || event.key === 'Escape') {
      this.store?.settle();
      this.focusSlider();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  // -- painting

  private repaint(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    const sheet = this.sheet;
    const pen = sheet?.getContext('2d');
    if (!sheet || !pen) {
      return;
    }
    const dense = window.devicePixelRatio || 1;
    const width = this.clientWidth;
    const height = sheet.clientHeight;
    sheet.width = width * dense;
    sheet.height = height * dense;
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    // The canvas has the colours of its marks as its own, so that they are known here whatever the theme.
    const style = getComputedStyle(sheet);
    const colour = style.color;
    const fill = (start: number, end: number, strength: number, edges: boolean) => {
      const from = this.x(start);
      const to = Math.max(this.x(end), from + 1);
      if (to < 0 || from > width) {
        return;
      }
      pen.globalAlpha = strength;
      pen.fillStyle = colour;
      pen.fillRect(from, 0, to - from, height);
      pen.globalAlpha = 1;
      if (edges) {
        pen.fillRect(from, 0, 1.5, height);
        pen.fillRect(to - 1.5, 0, 1.5, height);
      }
    };
    for (const link of this.store?.evidence.links ?? []) {
      const lit = this.store?.lit(link.id) ?? false;
      for (const target of link.targets) {
        if (target.kind === 'interval') {
          fill(target.start, target.end, lit ? 0.32 : 0.14, lit);
        }
      }
    }
    const pending = this.store?.pending;
    if (this.selecting && this.selecting.from !== this.selecting.to) {
      fill(Math.min(this.selecting.from, this.selecting.to), Math.max(this.selecting.from, this.selecting.to), 0.24, true);
    } else if (pending?.kind === 'interval') {
      fill(pending.start, pending.end, 0.24, true);
    }
    if (this.loop) {
      pen.fillStyle = style.borderTopColor;
      const from = this.x(this.loop.start);
      pen.fillRect(from, height - 3, this.x(this.loop.end) - from, 3);
    }
    pen.fillStyle = style.outlineColor;
    for (const cut of this.scenes) {
      const x = this.x(cut);
      if (x >= 0 && x <= width) {
        pen.globalAlpha = 0.55;
        pen.fillRect(x, 0, 1, height);
        pen.globalAlpha = 1;
        pen.beginPath();
        pen.moveTo(x - 4, 0);
        pen.lineTo(x + 5, 0);
        pen.lineTo(x + 0.5, 6);
        pen.fill();
      }
    }
  }

  override render() {
    const end = this.length;
    const spectrogram = this.spectrum && this.medium?.spectrogram;
    return html`
      <div
        class="wave"
        role="slider"
        tabindex="0"
        aria-label=${this.words['position'] ?? ''}
        aria-valuemin="0"
        aria-valuemax=${Math.round(end / 1000)}
        aria-valuenow=${Math.round(this.at / 1000)}
        aria-valuetext="${clock(this.at)} / ${clock(end)}"
        @keydown=${this.keys}
        @wheel=${this.wheel}
        @pointerdown=${this.down}
        @pointermove=${this.move}
        @pointerup=${this.up}
        @pointercancel=${() => (this.selecting = this.edge = null)}
        @pointerleave=${() => this.store?.hover(null)}
      >
        <div class="box"></div>
        ${spectrogram
          ? html`<div class="spectrum" aria-hidden="true"
              ><img src=${spectrogram} alt="" draggable="false" style="inset-inline-start:${-this.shift}px;width:${this.width}px" /></div>`
          : nothing}
        <canvas aria-hidden="true"></canvas>
      </div>
      ${this.marks ? this.renderEdges() : nothing}
    `;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('medium')) {
      this.shift = this.full = 0;
    }
  }

  private renderEdges() {
    const open = this.store?.open;
    return (open?.targets ?? []).map((target, index) =>
      open && target.kind === 'interval'
        ? (['start', 'end'] as const).map((side) => {
            const x = this.x(target[side]);
            return x < -4 || x > this.clientWidth + 4
              ? nothing
              : html`<span
                  class="edge ${side}"
                  role="slider"
                  tabindex="0"
                  style="inset-inline-start:${x}px"
                  aria-label=${this.words[side === 'start' ? 'intervalStart' : 'intervalEnd'] ?? ''}
                  aria-valuemin="0"
                  aria-valuemax=${end(this.medium)}
                  aria-valuenow=${target[side]}
                  aria-valuetext=${clock(target[side])}
                  @pointerdown=${(event: PointerEvent) => this.grab(event, open, index, side)}
                  @pointermove=${this.move}
                  @pointerup=${this.up}
                  @keydown=${(event: KeyboardEvent) => this.nudge(event, open, index, side)}
                  @blur=${() => this.store?.settle()}
                ></span>`;
          })
        : nothing,
    );
  }
}

function end(medium: Medium | null): number {
  return medium?.duration ?? 0;
}

/** An interval with one of its ends elsewhere; it keeps a few milliseconds. */
export function pulled(target: Interval, side: 'start' | 'end', millis: number, length: number): Interval {
  const { words: _, ...rest } = target;
  return side === 'start'
    ? { ...rest, start: Math.round(Math.min(Math.max(0, millis), target.end - SHORTEST)) }
    : { ...rest, end: Math.round(Math.max(Math.min(millis, length), target.start + SHORTEST)) };
}
