/** What a person does that may change an answer. */
const DEEDS = ['keydown', 'beforeinput', 'input', 'change', 'click', 'picked', 'evidence', 'conjoint-key'];
/** A line that has rested for so long has nothing on its way. */
const REST = 1500;

/**
 * Shut between the sending of an answer and what the server makes of it: what is typed or pressed meanwhile is meant for
 * a post that has gone, and must not reach one that was not seen yet.
 */
export class Gate {
  private shutAt = 0;

  start(): void {
    DEEDS.forEach((name) => window.addEventListener(name, this.stop, { capture: true }));
  }

  end(): void {
    DEEDS.forEach((name) => window.removeEventListener(name, this.stop, { capture: true }));
    this.open();
  }

  /** Shuts once what is on its way now has passed. */
  shut(): void {
    queueMicrotask(() => (this.shutAt = Date.now()));
  }

  open(): void {
    this.shutAt = 0;
  }

  /** Opens when the line is up and rests: the sending was for nothing. */
  rests(up: boolean): void {
    if (up && this.shutAt > 0 && Date.now() - this.shutAt > REST) {
      this.open();
    }
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
