import { View } from './view';

/** What the next posts need, in the order in which it is needed. */
export interface Need {
  src: string;
  /** The candidates of a picture; empty for anything else. */
  srcset: string;
  /** Pixels of the picture; 0 for anything else. */
  width: number;
  height: number;
  /** Whether it is a sound that is played by itself. */
  sound: boolean;
  /** Only so many bytes from its start; 0 for all of it. */
  bytes: number;
}

const AT_ONCE = 2;
/** A sound that cannot be played after so many milliseconds leaves its place to others. */
const PATIENCE = 30_000;

/**
 * Fetches what the next posts need into the cache of the browser while one is judged: two at a time, the next post
 * first. Sounds are made ready to play. What is no longer needed is given up.
 */
export class Ahead {
  private waiting: Need[] = [];
  private readonly running = new Map<string, AbortController>();
  private readonly done = new Set<string>();
  private readonly sounds = new Map<string, HTMLAudioElement>();

  /** @param room CSS pixels that a picture has on the stage */
  want(needs: Need[], room: { width: number; height: number }): void {
    const wanted = new Set(needs.map((need) => need.src));
    for (const [src, control] of this.running) {
      if (!wanted.has(src)) {
        control.abort();
        this.running.delete(src);
      }
    }
    for (const src of this.sounds.keys()) {
      if (!wanted.has(src)) {
        this.drop(src);
      }
    }
    this.waiting = needs.filter((need) => !this.done.has(need.src) && !this.running.has(need.src));
    this.go(room);
  }

  /** A sound that is ready to play, once; null where there is none. */
  take(src: string): HTMLAudioElement | null {
    const sound = this.sounds.get(src) ?? null;
    this.sounds.delete(src);
    this.done.delete(src);
    return sound;
  }

  /** Gives everything up. */
  stop(): void {
    [...this.sounds.keys()].forEach((src) => this.drop(src));
    this.running.forEach((control) => control.abort());
    this.running.clear();
    this.waiting = [];
  }

  /** Gives up a sound that is ready; it is fetched again when it is wanted again. */
  private drop(src: string): void {
    const sound = this.take(src);
    if (sound) {
      unload(sound);
    }
  }

  private async fetch(need: Need, room: { width: number; height: number }, signal: AbortSignal): Promise<void> {
    if (need.srcset) {
      await picture(need, room, signal);
    } else if (need.sound && need.bytes === 0) {
      this.sounds.set(need.src, await playable(need.src, signal));
    } else {
      await bytes(need, signal);
    }
  }

  private go(room: { width: number; height: number }): void {
    while (this.running.size < AT_ONCE) {
      const need = this.waiting.shift();
      if (!need) {
        return;
      }
      const control = new AbortController();
      this.running.set(need.src, control);
      void this.fetch(need, room, control.signal)
        .then(() => this.done.add(need.src))
        .catch(() => undefined)
        .finally(() => {
          if (this.running.get(need.src) === control) {
            this.running.delete(need.src);
            this.go(room);
          }
        });
    }
  }
}

/** Resolves once it can be played; rejects when it cannot, is given up, or takes too long. */
async function playable(src: string, signal: AbortSignal): Promise<HTMLAudioElement> {
  const sound = new Audio();
  const over = new AbortController();
  try {
    return await new Promise<HTMLAudioElement>((ready, failed) => {
      const once = { once: true, signal: over.signal };
      sound.addEventListener('canplay', () => ready(sound), once);
      sound.addEventListener('error', () => failed(new Error('The sound did not arrive')), once);
      signal.addEventListener('abort', () => failed(new Error('The sound was given up')), once);
      const late = setTimeout(() => failed(new Error('The sound did not arrive in time')), PATIENCE);
      over.signal.addEventListener('abort', () => clearTimeout(late));
      sound.preload = 'auto';
      sound.src = src;
    });
  } catch (problem) {
    unload(sound);
    throw problem;
  } finally {
    over.abort();
  }
}

/** Ends the loading of a sound; a browser goes on with one that was only let go. */
function unload(sound: HTMLAudioElement): void {
  sound.removeAttribute('src');
  sound.load();
}

/** As the stage will: the browser chooses the candidate for the width and the density of the screen. */
async function picture(need: Need, room: { width: number; height: number }, signal: AbortSignal): Promise<void> {
  const view = new View();
  view.room(room.width, room.height);
  view.picture(need.width, need.height);
  const image = new Image();
  signal.addEventListener('abort', () => {
    image.removeAttribute('srcset');
    image.removeAttribute('src');
  });
  image.fetchPriority = 'low';
  image.sizes = `${Math.ceil(view.placement.width)}px`;
  image.srcset = need.srcset;
  image.src = need.src;
  await image.decode();
}

async function bytes(need: Need, signal: AbortSignal): Promise<void> {
  const headers: Record<string, string> = need.bytes > 0 ? { Range: `bytes=0-${need.bytes - 1}` } : {};
  const answer = await fetch(need.src, { credentials: 'same-origin', priority: 'low', signal, headers });
  await answer.arrayBuffer();
}
