/** What a person does that may change an answer. */
const DEEDS = ['keydown', 'beforeinput', 'input', 'change', 'click', 'picked', 'evidence', 'conjoint-key'];
/** After so many milliseconds without an answer, over a line that rests, the server is asked. */
const REST = 1500;
/** A server that is asked so often and has nothing to say will not say anything. */
const MOST_ASKED = 5;

/**
 * Shut between the sending of an answer and what the server makes of it: what is typed or pressed meanwhile is meant for
 * a post that has gone, and must not reach one that was not seen yet.
 */
export class Gate {
  private shutAt = 0;
  private asked = 0;

  start(): void {
    DEEDS.forEach((name) => window.addEventListener(name, this.stop, { capture: true }));
  }

  end(): void {
    DEEDS.forEach((name) => window.removeEventListener(name, this.stop, { capture: true }));
    this.open();
  }

  /** Shuts once what is on its way now has passed. */
  shut(): void {
    queueMicrotask(() => {
      this.shutAt = Date.now();
      this.asked = 0;
    });
  }

  open(): void {
    this.shutAt = 0;
  }

  /**
   * Looked at now and then. Whether the server is to be asked what came of the sending: it may not have heard of it, and
   * answers in the order in which it hears. Where it never answers the page is not kept shut for ever.
   */
  asks(up: boolean): boolean {
    if (!up || this.shutAt === 0 || Date.now() - this.shutAt <= REST) {
      return false;
    }
    if (this.asked === MOST_ASKED) {
      this.open();
      return false;
    }
    this.asked++;
    this.shutAt = Date.now();
    return true;
  }

  private readonly stop = (event: Event): void => {
    const target = event.target instanceof Element ? event.target : null;
    const ours =
      event.type === 'conjoint-key'
        ? (event as CustomEvent<string>).detail.startsWith('rate.')
        : target?.closest(event.type === 'keydown' ? '.rating vaadin-select' : '.rating');
    if (this.shutAt > 0 && ours) {
      event.stopImmediatePropagation();
      event.preventDefault();
    }
  };
}
