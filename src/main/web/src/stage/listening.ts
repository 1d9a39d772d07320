import type { Shields } from './shields';

/** The loudness to which sounds are levelled, in LUFS (EBU R 128 for broadcasts). */
export const TARGET_LUFS = -23;
/** Quiet sounds are raised by at most this much, in dB: beyond it there is mostly noise. */
export const MOST_DB = 20;
/** Above this frequency, in Hz, a soft sound fades. */
export const SOFT_HZ = 1200;

/** Where the limiter begins, in dB below full scale, and how steeply it presses down. */
export const LIMIT_DB = -3;
export const LIMIT_RATIO = 20;

/** The factor for a level in dB. */
export function factor(decibels: number): number {
  return 10 ** (decibels / 20);
}

/** The factor that brings a sound to {@link TARGET_LUFS}; 1 where its loudness is not known. */
export function levelling(lufs: number | null): number {
  if (lufs === null || !Number.isFinite(lufs)) {
    return 1;
  }
  return factor(Math.min(TARGET_LUFS - lufs, MOST_DB));
}

/**
 * What a DynamicsCompressorNode adds by itself, in dB: its make-up gain is the inverse of what it does to full scale,
 * to the power of 0.6 (Web Audio API, “Computing the makeup gain”). Without a knee, full scale comes to
 * threshold − threshold / ratio.
 */
export function makeUp(threshold: number, ratio: number): number {
  return -0.6 * (threshold - threshold / ratio);
}

/** One for all sounds of the page: browsers allow few. */
let shared: AudioContext | null = null;

function open(): AudioContext {
  shared ??= new AudioContext({ latencyHint: 'playback' });
  return shared;
}

const known = new WeakMap<HTMLMediaElement, Listening>();

/** The nodes that a sound goes through. */
interface Graph {
  context: AudioContext;
  gain: GainNode;
  limiter: DynamicsCompressorNode;
  trim: GainNode;
  soft: BiquadFilterNode[];
}

/**
 * How one audio or video element is heard: muted, levelled, without high tones, at half the speed. The element keeps its
 * own controls and clock. The way through Web Audio is built once, when a shield first needs it, and then stays: an
 * element cannot be taken out of it again. Until the browser lets sound start, at the first click or key, such an element
 * is silent rather than unshielded.
 */
export class Listening {
  private graph: Graph | null = null;
  private lufs: number | null = null;
  private levelled = false;
  private soft = false;

  private constructor(
    private readonly media: HTMLMediaElement,
    private readonly context: () => AudioContext,
  ) {}

  /** The one of an element; asking again gives the same. @param context for tests */
  static to(media: HTMLMediaElement, context: () => AudioContext = open): Listening {
    const listening = known.get(media) ?? new Listening(media, context);
    known.set(media, listening);
    return listening;
  }

  /** Sets all that the shields ask for. @param lufs the loudness of the whole sound; null where it is not known */
  apply(shields: Shields, lufs: number | null): void {
    this.lufs = lufs;
    this.setMuted(shields.on.includes('muted'));
    this.setHalfSpeed(shields.on.includes('half-speed'));
    this.levelled = shields.on.includes('levelled');
    this.soft = shields.on.includes('soft');
    this.tune();
  }

  setMuted(muted: boolean): void {
    this.media.muted = muted;
  }

  setLevelled(levelled: boolean): void {
    this.levelled = levelled;
    this.tune();
  }

  setSoft(soft: boolean): void {
    this.soft = soft;
    this.tune();
  }

  /** Half the speed at the same pitch, also for what the element loads later. */
  setHalfSpeed(half: boolean): void {
    this.media.preservesPitch = true;
    this.media.defaultPlaybackRate = half ? 0.5 : 1;
    this.media.playbackRate = half ? 0.5 : 1;
  }

  /** Whether a shield needs the browser’s leave to start sound, which it has not given yet. */
  get waiting(): boolean {
    return this.graph !== null && this.graph.context.state !== 'running';
  }

  private tune(): void {
    if (!this.levelled && !this.soft && !this.graph) {
      return;
    }
    this.graph ??= this.build();
    const { context, gain, limiter, trim, soft } = this.graph;
    const level = this.levelled ? levelling(this.lufs) : 1;
    const raised = level > 1;
    const now = context.currentTime;
    // While it plays, a change glides, so that nothing clicks; before, it holds from the first sample on.
    const set = (param: AudioParam, value: number) =>
      this.media.paused ? param.setValueAtTime(value, now) : param.setTargetAtTime(value, now, 0.02);
    set(gain.gain, level);
    // Only what is raised can come over full scale; otherwise the limiter lets everything through.
    limiter.threshold.setValueAtTime(raised ? LIMIT_DB : 0, now);
    limiter.ratio.setValueAtTime(raised ? LIMIT_RATIO : 1, now);
    set(trim.gain, raised ? factor(-makeUp(LIMIT_DB, LIMIT_RATIO)) : 1);
    const highest = context.sampleRate / 2;
    soft.forEach((filter) => set(filter.frequency, this.soft ? SOFT_HZ : highest));
  }

  private build(): Graph {
    const context = this.context();
    const source = context.createMediaElementSource(this.media);
    const gain = context.createGain();
    const limiter = context.createDynamicsCompressor();
    limiter.knee.value = 0;
    limiter.attack.value = 0.003;
    limiter.release.value = 0.25;
    const trim = context.createGain();
    // Two filters of this kind in a row fall by 24 dB an octave without a peak (Linkwitz–Riley).
    const soft = [0, 1].map(() => {
      const filter = context.createBiquadFilter();
      filter.type = 'lowpass';
      filter.Q.value = 20 * Math.log10(Math.SQRT1_2);
      return filter;
    });
    const last = [gain, limiter, trim, ...soft].reduce<AudioNode>((from, to) => from.connect(to), source);
    last.connect(context.destination);
    this.resume(context);
    return { context, gain, limiter, trim, soft };
  }

  /** Starts the context now, or as soon as the person does something, as browsers ask for it. */
  private resume(context: AudioContext): void {
    const gestures = ['pointerdown', 'keydown', 'touchend'];
    const start = () => {
      void context.resume().then(end, () => undefined);
    };
    const end = () => {
      if (context.state === 'running') {
        gestures.forEach((name) => window.removeEventListener(name, start, true));
      }
    };
    if (context.state !== 'running') {
      gestures.forEach((name) => window.addEventListener(name, start, true));
      start();
    }
    this.media.addEventListener('play', () => context.state !== 'running' && start());
  }
}
