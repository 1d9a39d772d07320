/**
 * A row of radio buttons that the server renders; this gives it the arrow keys of a radio group
 * (moving chooses), in the reading direction of the page.
 */
class Segments extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('keydown', this.move);
  }

  disconnectedCallback(): void {
    this.removeEventListener('keydown', this.move);
  }

  private readonly move = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const choices = [...this.querySelectorAll<HTMLElement>('[role=radio]:not([aria-disabled=true])')];
    const at = choices.indexOf(event.target as HTMLElement);
    const forward = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const steps: Record<string, number> = { [forward]: at + 1, [back]: at - 1, Home: 0, End: choices.length - 1 };
    const to = steps[event.key];
    if (at < 0 || to === undefined) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const choice = choices[(to + choices.length) % choices.length];
    choice?.focus();
    choice?.click();
  };
}

customElements.define('conjoint-segments', Segments);
