import { printedFor, whenKeysChange } from './keyboard';

/** The key of an action, printed where it acts. It follows the person's own keys, and is absent without any. */
class Kbd extends HTMLElement {
  static readonly observedAttributes = ['action'];
  private stop?: () => void;

  connectedCallback(): void {
    this.stop = whenKeysChange(() => this.draw());
    this.draw();
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  attributeChangedCallback(): void {
    this.draw();
  }

  private draw(): void {
    const text = printedFor(this.getAttribute('action') ?? '');
    if (this.textContent !== text) {
      this.textContent = text;
    }
  }
}

customElements.define('conjoint-kbd', Kbd);
