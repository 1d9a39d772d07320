import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';

/** One key and what it does; the server names them. */
interface Binding {
  id: string;
  /** The group under which the key is listed. */
  scope: string;
  /** As in KeyboardEvent.key, lower case, with "ctrl+" before it where it needs Control or Command. */
  key: string;
  words: string;
  /** Whether it also acts while the person types in a field. */
  typing: boolean;
  /**
   * Where it is not empty, the action happens in the page, under this name, and the server is not asked. "focus:" and
   * a selector moves the focus, so that what is typed next arrives there.
   */
  local: string;
}

const NAMES: Record<string, string> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: '↵',
  escape: 'Esc',
  ' ': 'Space',
};

/** The key as it is printed on a keyboard. */
export function keyName(key: string): string {
  return key
    .split(/(?<=^ctrl)\+/)
    .map((part) => (part === 'ctrl' ? 'Ctrl' : (NAMES[part] ?? part.toUpperCase())))
    .join(' ');
}

function typesText(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  const texts = ['text', 'search', 'email', 'number', 'password', 'tel', 'url', 'date', 'time', 'datetime-local'];
  return target instanceof HTMLInputElement && texts.includes(target.type);
}

/** Whether the element with the focus acts on this key by itself. */
function usesKey(target: EventTarget | undefined, key: string): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  const role = target.getAttribute('role') ?? '';
  const button = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || role === 'button';
  if (button || role === 'radio') {
    return key === 'enter' || key === ' ' || (role === 'radio' && (key === 'arrowleft' || key === 'arrowright'));
  }
  const moves = ['slider', 'listbox', 'option', 'combobox', 'grid', 'menu', 'menuitem', 'tab', 'separator'];
  return moves.includes(role) && (key.startsWith('arrow') || key === 'enter' || key === ' ');
}

/**
 * The keys of one screen. It listens on the window, leaves typing alone, is silent while a dialog is open, and lists
 * itself when `?` is pressed. What a key does is decided by the server, by the binding's id.
 */
@customElement('conjoint-keys')
export class Keys extends LitElement {
  @property({ attribute: false }) bindings: Binding[] = [];
  @property() heading = 'Keys';
  @property() closing = 'Close';
  @state() private open = false;
  @query('dialog') private dialog?: HTMLDialogElement;

  static override styles = css`
    :host { display: inline-flex; }
    button.chip {
      display: inline-flex; align-items: center; gap: 6px; height: 26px; padding: 0 10px; box-sizing: border-box;
      font: inherit; font-size: var(--small); color: var(--ink); background: var(--surface);
      border: 1px solid var(--line); border-radius: 13px; white-space: nowrap; cursor: pointer;
    }
    button.chip:hover { border-color: var(--line-strong); }
    button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    kbd {
      display: inline-block; min-width: 18px; padding: 3px 5px; box-sizing: border-box; text-align: center;
      font: 600 11px/1 var(--font); color: var(--muted); background: var(--paper);
      border: 1px solid var(--line); border-radius: 4px; white-space: nowrap;
    }
    dialog {
      width: min(760px, calc(100vw - 48px)); max-height: calc(100vh - 48px); padding: 0; box-sizing: border-box;
      color: var(--ink); background: var(--raised); border: 1px solid var(--line); border-radius: 14px;
      box-shadow: 0 12px 48px rgb(0 0 0 / 28%); overflow: auto;
    }
    dialog::backdrop { background: rgb(10 12 18 / 44%); }
    header { display: flex; align-items: center; padding: 16px 20px; border-bottom: 1px solid var(--line); }
    h2 { flex: 1; margin: 0; font-size: 16px; font-weight: 600; }
    .close {
      height: 30px; padding: 0 12px; font: inherit; color: inherit; background: var(--surface);
      border: 1px solid var(--line); border-radius: 9px; cursor: pointer;
    }
    .scopes { columns: 2 300px; column-gap: 32px; padding: 16px 20px 20px; }
    section { break-inside: avoid; margin-bottom: 16px; }
    h3 {
      margin: 0 0 8px; font-size: var(--tiny); line-height: 16px; font-weight: 600; letter-spacing: .04em;
      text-transform: uppercase; color: var(--muted);
    }
    dl { display: grid; grid-template-columns: 84px 1fr; gap: 7px 12px; margin: 0; font-size: 13px; }
    dt, dd { margin: 0; }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.press);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('keydown', this.press);
    super.disconnectedCallback();
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.repeat && !event.key.startsWith('Arrow')) {
      return;
    }
    const target = event.composedPath()[0];
    const typing = typesText(target);
    const control = event.ctrlKey || event.metaKey;
    const key = (control ? 'ctrl+' : '') + event.key.toLowerCase();
    if (key === '?' && !typing) {
      event.preventDefault();
      this.toggle();
      return;
    }
    if (this.open || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened], dialog[open]')) {
      return;
    }
    const binding = this.bindings.find((each) => each.key === key && (!typing || each.typing));
    if (!binding || (!typing && usesKey(target, key))) {
      return;
    }
    event.preventDefault();
    if (binding.local.startsWith('focus:')) {
      const wanted = document.querySelector<HTMLElement>(binding.local.slice('focus:'.length));
      wanted?.focus({ preventScroll: true });
      wanted?.scrollIntoView({ block: 'nearest' });
    } else if (binding.local) {
      window.dispatchEvent(new CustomEvent('conjoint-local', { detail: binding.local }));
    } else {
      this.dispatchEvent(new CustomEvent('conjoint-key', { detail: binding.id }));
    }
  };

  private toggle(): void {
    if (this.dialog?.open) {
      this.dialog.close();
    } else {
      this.open = true;
      this.dialog?.showModal();
    }
  }

  override render() {
    const scopes = Map.groupBy(this.bindings, (binding) => binding.scope);
    return html`
      <button class="chip" type="button" @click=${this.toggle} aria-haspopup="dialog">${this.heading}<kbd>?</kbd></button>
      <dialog aria-label=${this.heading} @close=${() => (this.open = false)} @click=${this.leave}>
        <header>
          <h2>${this.heading}</h2>
          <button class="close" type="button" @click=${this.toggle}>${this.closing} <kbd>Esc</kbd></button>
        </header>
        <div class="scopes">
          ${[...scopes].map(
            ([scope, bindings]) => html`
              <section>
                <h3>${scope}</h3>
                <dl>
                  ${bindings.map((binding) =>
                    binding.words ? html`<dt><kbd>${keyName(binding.key)}</kbd></dt><dd>${binding.words}</dd>` : nothing,
                  )}
                </dl>
              </section>
            `,
          )}
        </div>
      </dialog>
    `;
  }

  private leave(event: MouseEvent): void {
    if (event.target === this.dialog) {
      this.dialog?.close();
    }
  }
}
