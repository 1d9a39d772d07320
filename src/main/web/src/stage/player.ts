import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import WaveSurfer from 'wavesurfer.js';
import { clock, cueAt, spoken, type Cue, type Medium, type Transcript, type Words } from './model';

/** audiowaveform's JSON, version 2: minimum and maximum by turns, channels interleaved. */
interface Peaks {
  bits: number;
  channels: number;
  length: number;
  data: number[];
}

/** The loudest of all channels in each step, from 0 to 1. */
function envelope(peaks: Peaks): Float32Array {
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
 * Sound with its waveform and a transcript that follows and seeks by cue. The waveform is drawn from peaks made by the
 * server; the sound is streamed in ranges and never decoded here as a whole. It plays its own audio element, or the
 * video that it is given, so that picture and sound share one clock.
 */
@customElement('conjoint-player')
export class Player extends LitElement {
  @property({ attribute: false }) medium: Medium | null = null;
  @property({ attribute: false }) transcript: Transcript | null = null;
  @property({ attribute: false }) words: Words = {};
  /** A video to steer instead of an own audio element. */
  @property({ attribute: false }) video: HTMLVideoElement | null = null;
  /** Milliseconds at which it stands before it is played. */
  @property({ type: Number }) from = 0;
  /** The language of what is said. */
  @property() speech = '';
  @state() private at = 0;
  @state() private length = 0;
  @state() private playing = false;
  @state() private trouble = '';
  @query('.wave') private box?: HTMLElement;
  @query('.cues') private list?: HTMLElement;
  private surfer: WaveSurfer | null = null;
  private media: HTMLMediaElement | null = null;
  private drawn = '';
  private listening = new AbortController();
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.scheme.addEventListener('change', this.colour);
  }

  override disconnectedCallback(): void {
    this.scheme.removeEventListener('change', this.colour);
    this.clear();
    super.disconnectedCallback();
  }

  /** Milliseconds from the start. */
  get position(): number {
    return this.at;
  }

  get running(): boolean {
    return this.playing;
  }

  toggle(): void {
    if (this.media?.paused) {
      void this.media.play().catch(() => (this.trouble = this.words['cannotPlay'] ?? ''));
    } else {
      this.media?.pause();
    }
  }

  pause(): void {
    this.media?.pause();
  }

  seek(millis: number): void {
    if (this.media) {
      const end = this.length || this.medium?.duration || 0;
      this.media.currentTime = Math.min(Math.max(0, millis), end) / 1000;
      this.at = this.media.currentTime * 1000;
    }
  }

  /** To the cue so many away from the one that plays. */
  step(cues: number): void {
    const all = this.transcript?.cues ?? [];
    const cue = all[Math.min(Math.max(0, cueAt(all, this.at + 1) + cues), all.length - 1)];
    if (cue) {
      this.seek(cue.start);
    }
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('medium') || changed.has('video')) {
      const wanted = this.medium?.state === 'ready' ? `${this.medium.src} ${this.video !== null}` : '';
      if (wanted !== this.drawn) {
        this.drawn = wanted;
        this.clear();
        if (wanted) {
          void this.draw();
        }
      }
    }
    if (changed.has('at')) {
      this.follow();
    }
  }

  private clear(): void {
    this.listening.abort();
    this.listening = new AbortController();
    this.surfer?.destroy();
    this.surfer = null;
    if (this.media && this.media !== this.video) {
      this.media.pause();
      this.media.removeAttribute('src');
      this.media.load();
    }
    this.media = null;
    this.at = 0;
    this.playing = false;
    this.trouble = '';
  }

  private async draw(): Promise<void> {
    const medium = this.medium;
    if (!medium || !this.box) {
      return;
    }
    const { signal } = this.listening;
    const media = this.video ?? new Audio();
    if (!this.video) {
      media.preload = 'metadata';
      media.src = medium.src;
    }
    this.media = media;
    this.length = medium.duration;
    const on = (name: string, act: () => void) => media.addEventListener(name, act, { signal });
    on('play', () => this.run());
    on('pause', () => (this.playing = false));
    on('ended', () => (this.playing = false));
    on('seeked', () => (this.at = media.currentTime * 1000));
    on('timeupdate', () => (this.at = media.currentTime * 1000));
    on('error', () => (this.trouble = this.words['cannotPlay'] ?? ''));
    if (this.from > 0) {
      this.seek(this.from);
    }
    let peaks: Float32Array;
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
    this.surfer = WaveSurfer.create({
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
      dragToSeek: { debounceTime: 0 },
      hideScrollbar: true,
      ...this.colours(),
    });
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
  };

  /** While it plays, the time advances with the frames, not with the browser's quarter seconds. */
  private run(): void {
    this.playing = true;
    const { signal } = this.listening;
    const frame = () => {
      if (!this.playing || signal.aborted || !this.media) {
        return;
      }
      this.at = this.media.currentTime * 1000;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
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
    const end = this.length || medium.duration;
    return html`
      <button class="play" type="button" @click=${this.toggle} aria-label=${this.words[this.playing ? 'pause' : 'play'] ?? ''}>
        <span class="icon ${this.playing ? 'icon-pause' : 'icon-play'}"></span>
      </button>
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
      ></div>
      <div class="time num muted">
        <div>${clock(this.at)}</div>
        <div>/ ${clock(end)}</div>
      </div>
      ${this.trouble ? html`<div class="trouble" role="alert">${this.trouble}</div>` : this.renderTranscript()}
    `;
  }

  private renderTranscript() {
    const transcript = this.transcript;
    if (!transcript) {
      return html`<div class="transcript muted">${this.words['noTranscript']}</div>`;
    }
    if (transcript.cues.length === 0) {
      return html`<div class="transcript" tabindex="0" role="group" aria-label=${this.words['transcript'] ?? ''}
        ><div class="words" lang=${this.speech} dir="auto" .textContent=${transcript.text}></div></div>`;
    }
    const current = cueAt(transcript.cues, this.at);
    return html`<div class="transcript" role="group" aria-label=${this.words['transcript'] ?? ''}>
      <div class="cues" lang=${this.speech} dir="auto">
        ${transcript.cues.map(
          (cue, index) => html`<button
            type="button"
            tabindex=${index === Math.max(0, current) ? 0 : -1}
            aria-current=${this.at >= cue.start && this.at < cue.end ? 'true' : 'false'}
            @click=${() => this.seek(cue.start)}
            @keydown=${this.walk}
            ><span class="at num">${clock(cue.start)}</span>${this.renderCue(cue)}</button>`,
        )}
      </div>
    </div>`;
  }

  private renderCue(cue: Cue) {
    const { speaker, words } = spoken(cue.text);
    return html`${speaker ? html`<span class="speaker" .textContent=${`${speaker}: `}></span>` : nothing}<span
        class="said"
        dir="auto"
        .textContent=${words}
      ></span>`;
  }

  private keys(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowRight: 1000,
      ArrowUp: 1000,
      ArrowLeft: -1000,
      ArrowDown: -1000,
      PageUp: 10000,
      PageDown: -10000,
    };
    const step = steps[event.key];
    if (event.key === ' ' || event.key === 'Enter') {
      this.toggle();
    } else if (event.key === 'Home') {
      this.seek(0);
    } else if (event.key === 'End') {
      this.seek(this.length);
    } else if (step !== undefined) {
      this.seek(this.at + step);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  private walk(event: KeyboardEvent): void {
    const other = event.key === 'ArrowDown' ? 'nextElementSibling' : event.key === 'ArrowUp' ? 'previousElementSibling' : null;
    if (other) {
      ((event.currentTarget as HTMLElement)[other] as HTMLElement | null)?.focus();
      event.preventDefault();
      event.stopPropagation();
    }
  }
}
