import { LitElement, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Words } from './model';
import { NO_SHIELDS, type Shield, type Shields } from './shields';

const ALL: Shield[] = ['blur', 'greyscale', 'edges', 'thumbnail', 'transcript', 'muted', 'levelled', 'soft', 'half-speed'];

/** The shields in reach: which hold, and a switch for each that no floor asks for. */
@customElement('conjoint-shield-menu')
export class ShieldMenu extends LitElement {
  @property({ attribute: false }) shields: Shields = NO_SHIELDS;
  @property({ attribute: false }) words: Words = {};
  @query('[popover]') private list?: HTMLElement;
  @query('button') private opener?: HTMLElement;

  override createRenderRoot(): HTMLElement {
    return this;
  }

  private toggle(): void {
    const list = this.list;
    const opener = this.opener;
    if (!list || !opener) {
      return;
    }
    list.togglePopover();
    if (list.matches(':popover-open')) {
      const box = opener.getBoundingClientRect();
      list.style.top = `${box.bottom + 6}px`;
      list.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - list.offsetWidth - 8))}px`;
      list.querySelector('input')?.focus();
    }
  }

  override render() {
    const on = this.shields.on.length;
    return html`<button type="button" class="chip ${on > 0 ? 'soft' : ''}" aria-haspopup="true" @click=${this.toggle}
        ><span class="icon icon-shield"></span>${this.words['shields']}${on > 0 ? html` <span class="num">${on}</span>` : ''}</button>
      <div popover class="shield-list" role="group" aria-label=${this.words['shields'] ?? ''}>
        ${ALL.map(
          (shield) => html`<label
            ><input
              type="checkbox"
              .checked=${this.shields.on.includes(shield)}
              ?disabled=${this.shields.fixed.includes(shield)}
              @change=${(event: Event) =>
                this.dispatchEvent(
                  new CustomEvent('switched', { detail: { shield, on: (event.target as HTMLInputElement).checked } }),
                )}
            />${this.words[`shield.${shield}`]}${this.shields.fixed.includes(shield)
              ? html` <span class="muted">${this.words['shieldFixed']}</span>`
              : ''}</label
          >`,
        )}
      </div>`;
  }
}
