import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { EvidenceStore } from '../evidence/store';
import type { Ahead } from './ahead';
import { clock, cueAt, type Medium, type Transcript, type Words } from './model';
import { Listening } from './listening';
import { NO_SHIELDS, type Shields } from './shields';
import './transcript';
import type { TranscriptLines } from './transcript';
import './wave';

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2];

/**
 * Sound with its waveform and a transcript that follows. The waveform is drawn from peaks made by the server; the sound
 * is streamed in ranges and never decoded here as a whole. It plays its own audio element, or the video that it is
 * given, so that picture and sound share one clock.
 */
@customElement('conjoint-player')
export class Player extends LitElement {
  @property({ attribute: false }) medium: Medium | null = null;
  @property({ attribute: false }) transcript: Transcript | null = null;
  @property({ attribute: false }) words: Words = {};
  /** A video to steer instead of an own audio element. */
  @property({ attribute: false }) video: HTMLVideoElement | null = null;
  @property({ attribute: false }) store: EvidenceStore | null = null;
  @property({ type: Boolean }) marks = false;
  /** Milliseconds at which it stands before it is played. */
  @property({ type: Number }) from = 0;
  /** The language of what is said. */
  @property() speech = '';
  @property({ attribute: false }) scenes: number[] = [];
  @property({ attribute: false }) shields: Shields = NO_SHIELDS;
  /** Where a sound may be ready to play. */
  @property({ attribute: false }) ahead: Ahead | null = null;
  @state() private at = 0;
  @state() private playing = false;
  @state() private trouble = '';
  @state() private loop: { start: number; end: number } | null = null;
  @state() private speed = 1;
  @state() private spectrum = false;
  @state() private media: HTMLMediaElement | null = null;
  @query('conjoint-transcript') private lines?: TranscriptLines;
  private prepared = '';
  private listening = new AbortController();
  /** Where an interval began that is being marked by keys. */
  private mark: number | null = null;
  /** Plays only so far, as when a link is pointed at. */
  private until: number | null = null;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    this.clear();
    this.prepared = '';
    super.disconnectedCallback();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate('medium');
  }

  /** The element that plays. */
  get element(): HTMLMediaElement | null {
    return this.media;
  }

  /** Milliseconds from the start. */
  get position(): number {
    return this.at;
  }

  get running(): boolean {
    return this.playing;
  }

  /** Milliseconds spent over the transcript. */
  get read(): number {
    return this.lines?.read ?? 0;
  }

  toggle(): void {
    this.until = null;
    if (this.media?.paused) {
      this.start();
    } else {
      this.media?.pause();
    }
  }

  pause(): void {
    this.until = null;
    this.media?.pause();
  }

  /** Plays a stretch and stops. */
  play(start: number, end: number): void {
    this.seek(start);
    this.until = end;
    this.start();
  }

  private start(): void {
    void this.media?.play().catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        this.trouble = this.words['cannotPlay'] ?? '';
      }
    });
  }

  seek(millis: number): void {
    if (this.media) {
      this.until = null;
      const end = this.medium?.duration || this.media.duration * 1000 || 0;
      this.media.currentTime = Math.min(Math.max(0, millis), end) / 1000;
      this.at = this.media.currentTime * 1000;
    }
  }

  /** To the cue so many away from the one that plays; without cues, to the next cut of the picture. */
  step(by: number): void {
    const cues = this.transcript?.cues ?? [];
    const stops = cues.length > 0 ? cues.map((cue) => cue.start) : [0, ...this.scenes];
    const now = cues.length > 0 ? cueAt(cues, this.at + 1) : stops.findLastIndex((stop) => stop <= this.at + 1);
    const stop = stops[Math.min(Math.max(0, now + by), stops.length - 1)];
    if (stop !== undefined) {
      this.seek(stop);
    }
  }

  /** One picture of the video on or back. */
  frame(by: number): void {
    this.pause();
    this.seek(this.at + (by * 1000) / (this.medium?.rate || 25));
  }

  faster(by: number): void {
    const at = SPEEDS.indexOf(this.speed);
    this.speed = SPEEDS[Math.min(Math.max(0, at + by), SPEEDS.length - 1)] ?? 1;
    if (this.media) {
      this.media.playbackRate = this.speed;
    }
  }

  /** Plays again and again: the interval in hand, else the cue that is heard, else all; or no longer. */
  toggleLoop(): void {
    if (this.loop) {
      this.loop = null;
      return;
    }
    const chosen = this.store?.pending ?? this.store?.open?.targets.find((target) => target.kind === 'interval') ?? null;
    const cue = this.transcript?.cues[cueAt(this.transcript.cues, this.at)];
    this.loop =
      chosen?.kind === 'interval'
        ? { start: chosen.start, end: chosen.end }
        : cue && this.at < cue.end
          ? { start: cue.start, end: cue.end }
          : { start: 0, end: this.medium?.duration ?? 0 };
    this.seek(this.loop.start);
  }

  toggleSpectrum(): void {
    this.spectrum = !this.spectrum;
  }

  /** Marks where an interval begins; the second time, where it ends, and takes it. */
  markInterval(): void {
    const length = this.medium?.duration ?? 0;
    if (!this.marks || !this.store || length === 0) {
      return;
    }
    const now = Math.round(this.at);
    if (this.mark === null) {
      this.mark = now;
      this.store.choose(null);
    } else {
      const start = Math.min(this.mark, now);
      const end = Math.min(Math.max(this.mark, now, start + 250), length);
      this.mark = null;
      this.store.add({ kind: 'interval', start: Math.max(0, Math.min(start, end - 5)), end });
    }
    this.requestUpdate();
  }

  /** Whether an interval was begun by keys and not ended yet. */
  get marking(): boolean {
    return this.mark !== null;
  }

  /** What plays is there before anything is drawn of it. */
  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('medium') || changed.has('video')) {
      const wanted = this.medium?.state === 'ready' ? `${this.medium.src} ${this.video !== null}` : '';
      if (wanted !== this.prepared) {
        this.prepared = wanted;
        this.clear();
        if (wanted && this.medium) {
          this.prepare(this.medium);
        }
      }
    }
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('at')) {
      this.dispatchEvent(new CustomEvent('time', { detail: this.at }));
    }
    if (this.media && (changed.has('shields') || changed.has('media'))) {
      Listening.to(this.media).apply(this.shields, this.medium?.loudness || null);
      this.media.muted ||= this.inert;
      this.speed = this.media.playbackRate;
    }
  }

  private clear(): void {
    this.listening.abort();
    this.listening = new AbortController();
    if (this.media && this.media !== this.video) {
      this.media.pause();
      this.media.removeAttribute('src');
      this.media.load();
    }
    this.media = null;
    this.at = 0;
    this.playing = false;
    this.trouble = '';
    this.loop = null;
    this.mark = null;
    this.until = null;
    this.speed = 1;
  }

  private prepare(medium: Medium): void {
    const { signal } = this.listening;
    const ready = this.video ? null : (this.ahead?.take(medium.src) ?? null);
    const media = this.video ?? ready ?? new Audio();
    if (!this.video && !ready) {
      media.preload = 'auto';
      media.src = medium.src;
    }
    this.media = media;
    const on = (name: string, act: () => void) => media.addEventListener(name, act, { signal });
    on('play', () => this.run());
    on('pause', () => (this.playing = false));
    on('ended', () => (this.playing = false));
    on('seeked', () => (this.at = media.currentTime * 1000));
    on('timeupdate', () => this.tick());
    on('error', () => (this.trouble = this.words['cannotPlay'] ?? ''));
    on('playing', () => (this.trouble = ''));
    if (this.from > 0) {
      this.seek(this.from);
    }
  }

  private tick(): void {
    const media = this.media;
    if (!media) {
      return;
    }
    const now = media.currentTime * 1000;
    if (this.until !== null && now >= this.until) {
      this.pause();
    } else if (this.loop && !media.paused && (now >= this.loop.end || now < this.loop.start - 100)) {
      media.currentTime = this.loop.start / 1000;
    }
    this.at = media.currentTime * 1000;
  }

  /** While it plays, the time advances with the frames, not with the browser's quarter seconds. */
  private run(): void {
    this.playing = true;
    const { signal } = this.listening;
    const frame = () => {
      if (!this.playing || signal.aborted || !this.media) {
        return;
      }
      this.tick();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  override render() {
    const medium = this.medium;
    if (!medium) {
      return nothing;
    }
    if (medium.state !== 'ready') {
      return html`<div class="medium-state ${medium.state}">
        <span class="icon icon-sound"></span><b>${this.words[medium.state === 'pending' ? 'soundPending' : 'soundRefused']}</b>
        <span class="muted">${medium.reason}</span>
      </div>`;
    }
    return html`
      <button class="play" type="button" @click=${this.toggle} aria-label=${this.words[this.playing ? 'pause' : 'play'] ?? ''}>
        <span class="icon ${this.playing ? 'icon-pause' : 'icon-play'}"></span>
      </button>
      <conjoint-wave
        .medium=${medium}
        .media=${this.media}
        .store=${this.store}
        .words=${this.words}
        .marks=${this.marks}
        .at=${this.at}
        .loop=${this.loop ?? (this.mark === null ? null : { start: this.mark, end: this.at })}
        .scenes=${this.scenes}
        ?spectrum=${this.spectrum}
        @seek=${(event: CustomEvent<number>) => this.seek(event.detail)}
        @toggle=${this.toggle}
      ></conjoint-wave>
      <div class="time num muted">
        <div>${clock(this.at)}</div>
        <div>/ ${clock(medium.duration)}</div>
      </div>
      <div class="transport">
        <button type="button" aria-pressed=${this.loop !== null} @click=${this.toggleLoop} title=${this.words['loop'] ?? ''} aria-label=${this.words['loop'] ?? ''}
          ><span class="icon icon-loop"></span></button>
        <button type="button" class="speed num" @click=${() => this.faster(this.speed === 2 ? -SPEEDS.length : 1)} title=${this.words['speed'] ?? ''} aria-label="${this.words['speed'] ?? ''}: ${this.speed}×"
          >${this.speed}×</button>
        ${medium.spectrogram
          ? html`<button type="button" aria-pressed=${this.spectrum} @click=${this.toggleSpectrum} title=${this.words['spectrogram'] ?? ''} aria-label=${this.words['spectrogram'] ?? ''}
              ><span class="icon icon-spectrum"></span></button>`
          : nothing}
      </div>
      ${this.trouble
        ? html`<div class="trouble" role="alert">${this.trouble}</div>`
        : html`<conjoint-transcript
            .transcript=${this.transcript}
            .words=${this.words}
            .store=${this.store}
            .marks=${this.marks}
            .at=${this.at}
            .speech=${this.speech}
            @seek=${(event: CustomEvent<number>) => this.seek(event.detail)}
          ></conjoint-transcript>`}
    `;
  }
}
