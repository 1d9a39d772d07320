import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Corner, Region } from '../evidence/model';
import type { EvidenceStore } from '../evidence/store';
import { area, boxBetween, contains, toPicture, SMALLEST, type Placement } from './geometry';
import type { Medium, Words } from './model';
import { paintRegions } from './paint';
import './region-box';
import { View } from './view';

type Tool = 'none' | 'box' | 'outline';

const STEP = 0.01;

/**
 * The picture, or the video, with its regions. It is zoomed with the wheel or + and −, moved by dragging; a region is
 * drawn by dragging with Shift or with the tool, corner by corner with the other tool, or wholly by keys.
 */
@customElement('conjoint-picture')
export class Picture extends LitElement {
  @property({ attribute: false }) medium: Medium | null = null;
  @property({ attribute: false }) words: Words = {};
  @property() alt = '';
  @property({ attribute: false }) store: EvidenceStore | null = null;
  /** Regions are drawn only where evidence is collected. */
  @property({ type: Boolean }) marks = false;
  /** A video stands here instead of a picture. */
  @property({ type: Boolean }) moving = false;
  /** Milliseconds on the clock of the video. */
  @property({ type: Number }) at = 0;
  /** The boxes of the text in the picture are shown. */
  @property({ type: Boolean }) written = false;
  /** The line of text whose box can be moved. */
  @property({ attribute: false }) line: number | null = null;
  /** Stands in place of the picture itself: the video element. */
  @property({ attribute: false }) film: TemplateResult | typeof nothing = nothing;
  @state() private tool: Tool = 'none';
  @state() private drawing: { from: Corner; to: Corner } | null = null;
  @state() private corners: Corner[] = [];
  @state() private cursor: Corner | null = null;
  @state() private broken = false;
  @state() private place: Placement = { left: 0, top: 0, width: 1, height: 1 };
  @query('.viewport') private viewport?: HTMLElement;
  @query('canvas.regions') private sheet?: HTMLCanvasElement;
  private readonly view = new View();
  private readonly size = new ResizeObserver(() => this.measure());
  private listening: EvidenceStore | null = null;
  private frame = 0;
  private dragging: { x: number; y: number; moved: boolean } | null = null;
  /** Whether the picture was seen at its full size, or nearer. */
  seenWhole = false;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    this.size.disconnect();
    this.listening?.removeEventListener('looked', this.refresh);
    this.listening = null;
    super.disconnectedCallback();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('medium')) {
      this.broken = false;
      this.seenWhole = false;
      this.view.picture(this.medium?.width || 16, this.medium?.height || 9);
      this.place = this.view.placement;
      this.quit();
    }
  }

  override updated(changed: Map<string, unknown>): void {
    if (this.listening !== this.store) {
      this.listening?.removeEventListener('looked', this.refresh);
      this.store?.addEventListener('looked', this.refresh);
      this.listening = this.store;
    }
    if (this.viewport) {
      this.size.observe(this.viewport);
    }
    if (changed.has('medium')) {
      this.measure();
    }
    this.repaint();
  }

  private readonly refresh = (): void => this.requestUpdate();

  private measure(): void {
    if (this.viewport) {
      this.view.room(this.viewport.clientWidth, this.viewport.clientHeight);
      this.settle();
    }
  }

  private settle(): void {
    this.place = this.view.placement;
    this.seenWhole ||= this.view.scale >= 1;
    this.dispatchEvent(new CustomEvent('zoomed', { detail: this.view.scale, bubbles: true }));
  }

  // -- what the keys of the screen do

  zoomBy(factor: number): void {
    this.view.zoomBy(factor);
    this.settle();
  }

  /** Fitted, or one pixel to one. */
  toggleFit(): void {
    if (this.view.fitted) {
      this.view.actual();
    } else {
      this.view.fit();
    }
    this.settle();
  }

  /** Puts a box into the middle of what is seen, to be moved and sized by keys. */
  drawByKeys(): void {
    if (!this.marks) {
      return;
    }
    this.quit();
    const room = this.viewport;
    const from = toPicture((room?.clientWidth ?? 0) * 0.35, (room?.clientHeight ?? 0) * 0.35, this.place);
    const to = toPicture((room?.clientWidth ?? 0) * 0.65, (room?.clientHeight ?? 0) * 0.65, this.place);
    this.finish({ kind: 'region', box: boxBetween(from, to) });
  }

  /** Begins an outline, corner by corner, by pointer or by keys. */
  outline(): void {
    if (!this.marks) {
      return;
    }
    this.quit();
    this.tool = 'outline';
    const room = this.viewport;
    this.cursor = toPicture((room?.clientWidth ?? 0) / 2, (room?.clientHeight ?? 0) / 2, this.place);
    this.viewport?.focus();
  }

  /** Takes the tool for drawing boxes, or lays it down. */
  toggleTool(): void {
    const next = this.tool === 'box' ? 'none' : 'box';
    this.quit();
    this.tool = next;
  }

  private quit(): void {
    this.tool = 'none';
    this.drawing = null;
    this.corners = [];
    this.cursor = null;
  }

  private finish(region: Region): void {
    this.quit();
    this.store?.add(this.moving ? { ...region, at: Math.round(this.at) } : region);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('conjoint-region-box:last-of-type button')?.focus());
  }

  // -- the pointer

  private down(event: PointerEvent): void {
    if (event.button !== 0 || (event.target as HTMLElement).closest('conjoint-region-box, .film-bar')) {
      return;
    }
    const [x, y] = this.local(event);
    if (this.marks && this.tool === 'outline') {
      this.corner(toPicture(x, y, this.place));
      return;
    }
    this.viewport?.setPointerCapture(event.pointerId);
    if (this.marks && (this.tool === 'box' || event.shiftKey)) {
      const from = toPicture(x, y, this.place);
      this.drawing = { from, to: from };
      event.preventDefault();
    } else {
      this.dragging = { x, y, moved: false };
    }
  }

  private move(event: PointerEvent): void {
    const [x, y] = this.local(event);
    this.viewport?.style.setProperty('--x', `${x}px`);
    this.viewport?.style.setProperty('--y', `${y}px`);
    if (this.drawing) {
      this.drawing = { ...this.drawing, to: toPicture(x, y, this.place) };
    } else if (this.dragging) {
      const dx = x - this.dragging.x;
      const dy = y - this.dragging.y;
      if (this.dragging.moved || Math.hypot(dx, dy) > 3) {
        this.dragging = { x, y, moved: true };
        this.view.pan(dx, dy);
        this.settle();
      }
    } else if (this.tool === 'outline') {
      this.cursor = toPicture(x, y, this.place);
    } else if (event.buttons === 0) {
      this.store?.hover(this.linkAt(toPicture(x, y, this.place)));
    }
  }

  private up(event: PointerEvent): void {
    if (this.drawing) {
      const box = boxBetween(this.drawing.from, this.drawing.to);
      this.drawing = null;
      if (box[2] >= SMALLEST && box[3] >= SMALLEST) {
        this.finish({ kind: 'region', box });
      }
    } else if (this.dragging) {
      const moved = this.dragging.moved;
      this.dragging = null;
      const link = this.linkAt(toPicture(...this.local(event), this.place));
      if (!moved && link) {
        this.store?.select(link);
      } else if (!moved) {
        this.dispatchEvent(new CustomEvent('pressed', { bubbles: true }));
      }
    }
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    this.view.zoomBy(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)), ...this.local(event));
    this.settle();
  }

  private local(event: MouseEvent): Corner {
    const box = this.viewport?.getBoundingClientRect();
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
  }

  private shown(region: Region): boolean {
    return !this.moving || region.at === undefined || Math.abs(region.at - this.at) < 300;
  }

  private linkAt(corner: Corner): string | null {
    let best: { id: string; area: number } | null = null;
    for (const link of this.store?.evidence.links ?? []) {
      for (const target of link.targets) {
        if (target.kind === 'region' && this.shown(target) && contains(target, corner) && (!best || area(target) < best.area)) {
          best = { id: link.id, area: area(target) };
        }
      }
    }
    return best?.id ?? null;
  }

  // -- outlines

  private corner(at: Corner): void {
    const first = this.corners[0];
    if (first && this.corners.length >= 3 && Math.hypot(at[0] - first[0], at[1] - first[1]) < 0.012) {
      this.closeOutline();
    } else {
      this.corners = [...this.corners, at];
    }
  }

  private closeOutline(): void {
    if (this.corners.length >= 3) {
      this.finish({ kind: 'region', points: this.corners });
    }
  }

  private keys(event: KeyboardEvent): void {
    if (event.target !== this.viewport) {
      return;
    }
    const step = event.shiftKey ? STEP * 5 : event.ctrlKey ? STEP / 5 : STEP;
    const by: Record<string, Corner> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const move = by[event.key];
    if (this.tool === 'outline' && this.cursor) {
      if (move) {
        this.cursor = [Math.min(1, Math.max(0, this.cursor[0] + move[0])), Math.min(1, Math.max(0, this.cursor[1] + move[1]))];
      } else if (event.key === ' ') {
        this.corner(toPicture(this.place.left + this.cursor[0] * this.place.width, this.place.top + this.cursor[1] * this.place.height, this.place));
      } else if (event.key === 'Enter') {
        this.closeOutline();
      } else if (event.key === 'Backspace') {
        this.corners = this.corners.slice(0, -1);
      } else if (event.key === 'Escape') {
        this.quit();
      } else {
        return;
      }
    } else if (move && !this.view.fitted) {
      this.view.pan(-move[0] * 4000, -move[1] * 4000);
      this.settle();
    } else if (event.key === 'Escape' && this.tool !== 'none') {
      this.quit();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  // -- painting

  private repaint(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      const sheet = this.sheet;
      const viewport = this.viewport;
      if (!sheet || !viewport || !this.store) {
        return;
      }
      const dense = window.devicePixelRatio || 1;
      sheet.width = viewport.clientWidth * dense;
      sheet.height = viewport.clientHeight * dense;
      const colours = getComputedStyle(this);
      paintRegions(sheet, dense, this.place, {
        store: this.store,
        shown: (region) => this.shown(region),
        lines: this.written ? this.store.evidence.image_text : [],
        drawing: this.drawing && boxBetween(this.drawing.from, this.drawing.to),
        corners: this.corners,
        cursor: this.tool === 'outline' ? this.cursor : null,
        colour: colours.getPropertyValue('--region').trim() || '#8ea4ff',
        text: colours.getPropertyValue('--region-text').trim() || '#fff',
      });
    });
  }

  override render() {
    const medium = this.medium;
    if (!medium) {
      return nothing;
    }
    if (medium.state !== 'ready' || this.broken) {
      const what = this.moving ? 'video' : 'image';
      const key = medium.state === 'pending' ? `${what}Pending` : this.broken ? 'imageBroken' : `${what}Refused`;
      return html`<div class="medium-state">
        <span class="icon icon-image"></span><b>${this.words[key]}</b><span>${medium.reason}</span>
        ${this.broken ? html`<button type="button" class="chip" @click=${() => (this.broken = false)}>${this.words['again']}</button>` : nothing}
      </div>`;
    }
    const { left, top, width, height } = this.place;
    return html`<div
      class="viewport ${this.tool !== 'none' || this.drawing ? 'drawing' : this.view.fitted ? '' : 'near'}"
      tabindex="0"
      role="group"
      aria-label=${this.words['picture'] ?? ''}
      aria-description=${this.tool === 'outline' ? (this.words['outlineHelp'] ?? '') : ''}
      @pointerdown=${this.down}
      @pointermove=${this.move}
      @pointerup=${this.up}
      @pointercancel=${() => (this.drawing = this.dragging = null)}
      @pointerleave=${() => this.store?.hover(null)}
      @dblclick=${this.toggleFit}
      @wheel=${this.wheel}
      @keydown=${this.keys}
    >
      <div class="placed" style=${styleMap({ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` })}>
        ${this.film === nothing ? this.renderImage(medium, width) : this.film}
      </div>
      <div class="veil" aria-hidden="true"></div>
      <canvas class="regions" aria-hidden="true"></canvas>
      ${this.marks ? this.renderBoxes() : nothing}
    </div>`;
  }

  private renderImage(medium: Medium, width: number) {
    if (medium.film) {
      return html`<video src=${medium.film} poster=${ifDefined(medium.src || undefined)} loop muted controls playsinline preload="metadata" class="moving" aria-label=${this.alt}></video>`;
    }
    return html`<img
      src=${medium.src}
      srcset=${ifDefined(medium.srcset || undefined)}
      sizes="${Math.ceil(width)}px"
      alt=${this.alt}
      draggable="false"
      decoding="async"
      fetchpriority="high"
      @error=${() => (this.broken = true)}
    />`;
  }

  /** Only the regions of the open link can be moved; so there are few. */
  private renderBoxes() {
    const lines = this.store?.evidence.image_text ?? [];
    const line = this.line === null ? undefined : lines[this.line];
    if (line && this.line !== null) {
      const at = this.line;
      return html`<conjoint-region-box
        .region=${{ kind: 'region', box: line.box }}
        .place=${this.place}
        .label=${`${this.words['line'] ?? ''} ${at + 1}`}
        .help=${this.words['regionHelp'] ?? ''}
        @reshaped=${(event: CustomEvent<{ region: Region }>) =>
          event.detail.region.box && this.store?.write(lines.with(at, { ...line, box: event.detail.region.box }))}
      ></conjoint-region-box>`;
    }
    const open = this.store?.open;
    if (!open) {
      return nothing;
    }
    return open.targets.map((target, index) =>
      target.kind === 'region' && this.shown(target)
        ? html`<conjoint-region-box
            .region=${target}
            .place=${this.place}
            .label=${`${this.words['region'] ?? ''} ${index + 1}${this.store?.nameOf(target) ? `: ${this.store.nameOf(target)}` : ''}`}
            .help=${this.words['regionHelp'] ?? ''}
            @reshaped=${(event: CustomEvent<{ region: Region; moving: boolean }>) =>
              this.store?.replace(open, index, event.detail.region, event.detail.moving)}
            @settled=${() => this.store?.settle()}
            @removed=${() => this.store?.remove(open, index)}
            @left=${() => this.dispatchEvent(new CustomEvent('done', { bubbles: true }))}
          ></conjoint-region-box>`
        : nothing,
    );
  }
}
