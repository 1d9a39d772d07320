import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WORKING, count, sending } from './store';
import { changes } from './words';

/** On the sign-in page: what was kept of the work that the sign-in ended. */
@customElement('conjoint-kept-work')
export class KeptWork extends LitElement {
  /** Whether another notice says already why one is here. */
  @property({ type: Boolean }) told = false;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const working = sessionStorage.getItem(WORKING) !== null;
    const here = count();
    if (!working && here === 0 && !sending()) {
      return nothing;
    }
    return html`<div class="notice" role="status"><div>
      ${this.told ? nothing : html`<p class="notice-title">You were signed out while you judged</p>`}
      <p>${this.kept(here)}; sign in, and you go on where you were.</p>
    </div></div>`;
  }

  private kept(here: number): string {
    if (sending()) {
      return 'Your draft is kept on the server, and the answer that you sent in this browser until it arrives';
    }
    return here === 0
      ? 'Your draft is kept on the server'
      : `Your draft and ${changes(here)} are kept in this browser and on the server`;
  }
}
