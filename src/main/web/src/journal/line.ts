/** What the page knows of its line to the server. */
export type LineState = 'up' | 'busy' | 'down';

interface ConnectionStore {
  state: string;
  addStateChangeListener(listener: () => void): void;
  removeStateChangeListener(listener: () => void): void;
}

function store(): ConnectionStore | undefined {
  return (window as { Vaadin?: { connectionState?: ConnectionStore } }).Vaadin?.connectionState;
}

/** Watches the line: what the browser says of its network, and whether requests and heartbeats come through. */
export class Line extends EventTarget {
  private offline = !navigator.onLine;

  start(): void {
    window.addEventListener('online', this.look);
    window.addEventListener('offline', this.look);
    store()?.addStateChangeListener(this.look);
  }

  stop(): void {
    window.removeEventListener('online', this.look);
    window.removeEventListener('offline', this.look);
    store()?.removeStateChangeListener(this.look);
  }

  get state(): LineState {
    const state = store()?.state ?? 'connected';
    if (this.offline || state === 'reconnecting' || state === 'connection-lost') {
      return 'down';
    }
    return state === 'loading' ? 'busy' : 'up';
  }

  /** Whether the server answers at all, now. */
  async reaches(): Promise<boolean> {
    try {
      const answer = await fetch(new URL('themes/conjoint/favicon.svg', document.baseURI), {
        method: 'HEAD',
        cache: 'no-store',
        signal: AbortSignal.timeout(3000),
      });
      return answer.ok;
    } catch {
      return false;
    }
  }

  private readonly look = (): void => {
    this.offline = !navigator.onLine;
    this.dispatchEvent(new Event('changed'));
  };
}
