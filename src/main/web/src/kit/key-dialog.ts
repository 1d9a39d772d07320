import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { styles } from './key-dialog-styles';
import { printedHere, readLayout, whenKeysChange } from './keyboard';
import { chosen, refusal } from './shortcut';

/** One action and its key; the server names them. */
export interface Binding {
  id: string;
  /** The group under which the key is listed. */
  scope: string;
  /** As in KeyboardEvent.key, lower case, behind "ctrl+", "alt+" and "shift+" in this order; empty without a key. */
  key: string;
  /** The key before the person chose another. */
  given: string;
  words: string;
  /** Whether it also acts while the person types in a field. */
  typing: boolean;
  /**
   * Where it is not empty, the action happens in the page, under this name, and the server is not asked. "focus:" and
   * a selector moves the focus, so that what is typed next arrives there.
   */
  local: string;
}

/** Keys by the ids of actions; an empty key gives back the one that was there at first. */
export type Changes = Record<string, string>;

/** Two actions that want one key. */
interface Clash {
  binding: Binding;
  key: string;
  other: Binding;
}

/** The map of the keys, where each can be exchanged: choose an action, press the key. Tells `remap` with the changes. */
@customElement('conjoint-key-dialog')
export class KeyDialog extends LitElement {
  @property({ attribute: false }) bindings: Binding[] = [];
  @property({ attribute: false }) words: Record<string, string> = {};
  @state() private editing = false;
  @state() private asked: string | null = null;
  @state() private clash: Clash | null = null;
  @state() private said = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  private stop?: () => void;

  static override styles = styles;

  get open(): boolean {
    return this.dialog?.open ?? false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = whenKeysChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    this.stop?.();
    this.listen(null);
    super.disconnectedCallback();
  }

  toggle(): void {
    if (this.open) {
      this.dialog.close();
    } else {
      readLayout();
      this.dialog.showModal();
    }
  }

  /** Asks for the key of an action, or stops asking; meanwhile every key is taken before anything acts on it. */
  private listen(id: string | null): void {
    this.asked = id;
    this.clash = null;
    window.removeEventListener('keydown', this.take, true);
    window.removeEventListener('blur', this.hush);
    if (id !== null) {
      window.addEventListener('keydown', this.take, true);
      window.addEventListener('blur', this.hush);
    }
  }

  private readonly hush = (): void => this.listen(null);

  private readonly take = (event: KeyboardEvent): void => {
    const binding = this.bindings.find((each) => each.id === this.asked);
    if (!binding || event.key === 'Tab') {
      this.listen(null);
      this.said = '';
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    window.addEventListener('keyup', (up) => up.preventDefault(), { capture: true, once: true });
    if (event.key === 'Escape') {
      this.listen(null);
      this.said = '';
    } else if (!event.repeat && !['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(event.key)) {
      this.want(binding, chosen(event));
    }
  };

  private want(binding: Binding, key: string): void {
    const why = refusal(key, binding.typing);
    if (why && key !== binding.given) {
      this.said = this.say(`refused-${why}`, { key: printedHere(key) });
      return;
    }
    const other = this.bindings.find((each) => each.key === key && each.id !== binding.id);
    this.listen(null);
    if (!other) {
      this.change([[binding, key]]);
      return;
    }
    const swaps = this.swaps(binding, other);
    this.clash = { binding, key, other };
    this.said = this.say(swaps ? 'clash' : 'clash-only', {
      key: printedHere(key), other: this.name(other), mine: printedHere(binding.key),
    });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('footer button')?.focus());
  }

  /** Whether another action could take the key that this one gives up. */
  private swaps(binding: Binding, other: Binding): boolean {
    return binding.key !== '' && (binding.key === other.given || refusal(binding.key, other.typing) === null);
  }

  private change(pairs: [Binding, string][]): void {
    const changes = Object.fromEntries(pairs.map(([each, key]) => [each.id, key === each.given ? '' : key]));
    this.said = pairs
      .map(([each, key]) => this.say('changed', { action: this.name(each), key: printedHere(key) }))
      .join(' ');
    this.dispatchEvent(new CustomEvent<Changes>('remap', { detail: changes }));
    this.focusOn(pairs[0]?.[0].id);
  }

  private swap({ binding, key, other }: Clash): void {
    this.clash = null;
    this.change([[binding, key], [other, binding.key]]);
  }

  private ask(binding: Binding): void {
    this.listen(binding.id);
    this.said = this.say('ask', { action: this.name(binding) });
    this.focusOn(binding.id);
  }

  private resetAll(): void {
    const changed = this.bindings.filter((each) => each.key !== each.given);
    this.listen(null);
    this.dispatchEvent(
      new CustomEvent<Changes>('remap', { detail: Object.fromEntries(changed.map((each) => [each.id, ''])) }),
    );
    this.said = this.words['reset-done'] ?? '';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.edit')?.focus());
  }

  private focusOn(id: string | undefined): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`button[data-action="${CSS.escape(id ?? '')}"]`)?.focus(),
    );
  }

  private name(binding: Binding): string {
    return binding.words || binding.scope;
  }

  private say(what: string, values: Record<string, string>): string {
    return (this.words[what] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  }

  private turn(): void {
    this.listen(null);
    this.editing = !this.editing;
    this.said = '';
  }

  private closed(): void {
    this.listen(null);
    this.editing = false;
    this.said = '';
  }

  override render() {
    const scopes = Map.groupBy(this.bindings.filter((each) => each.words), (binding) => binding.scope);
    return html`
      <dialog
        aria-label=${this.words['keys'] ?? ''}
        @close=${this.closed}
        @click=${(event: MouseEvent) => event.target === this.dialog && this.dialog.close()}
      >
        <div class="frame">
          <header>
            <h2>${this.words['keys']}</h2>
            <button type="button" @click=${() => this.dialog.close()}>${this.words['close']} <kbd>Esc</kbd></button>
          </header>
          <div class="scopes" tabindex="0" role="group" aria-label=${this.words['keys'] ?? ''}>
            ${[...scopes].map(
              ([scope, bindings]) => html`<section>
                <h3>${scope}</h3>
                <ul>${bindings.map((binding) => this.renderRow(binding))}</ul>
              </section>`,
            )}
          </div>
          ${this.renderFoot()}
        </div>
      </dialog>
    `;
  }

  private renderRow(binding: Binding) {
    const key = binding.key ? printedHere(binding.key) : (this.words['none'] ?? '');
    if (!this.editing) {
      return html`<li><span class="key"><kbd>${key}</kbd></span><span>${binding.words}</span></li>`;
    }
    const asked = this.asked === binding.id;
    const changed = binding.key !== binding.given;
    const given = printedHere(binding.given);
    return html`<li>
      <span class="key">
        <button
          type="button"
          class="change ${asked ? 'asked' : ''}"
          data-action=${binding.id}
          aria-label=${this.say('change-one', { action: binding.words, key })}
          @click=${() => this.ask(binding)}
        >${asked ? '…' : key}</button>
      </span>
      <span>${binding.words}</span>
      ${changed
        ? html`<button
            type="button"
            class="reset"
            aria-label=${this.say('reset-one', { action: binding.words, key: given })}
            @click=${() => this.want(binding, binding.given)}
          >${this.say('back', { key: given })}</button>`
        : nothing}
    </li>`;
  }

  private renderFoot() {
    const clash = this.clash;
    const changed = this.bindings.some((each) => each.key !== each.given);
    const buttons = clash
      ? html`${this.swaps(clash.binding, clash.other)
            ? html`<button type="button" class="main" @click=${() => this.swap(clash)}>${this.words['swap']}</button>`
            : nothing}
          <button type="button" @click=${() => this.ask(clash.binding)}>${this.words['another']}</button>`
      : html`${this.editing
            ? html`<button type="button" ?disabled=${!changed} @click=${this.resetAll}>${this.words['reset-all']}</button>`
            : nothing}
          <button type="button" class="edit" aria-pressed=${this.editing} @click=${this.turn}>
            ${this.words[this.editing ? 'done' : 'edit']}
          </button>`;
    return html`<footer>
      <p role="status">${this.said || this.words[this.editing ? 'how' : 'never']}</p>
      ${buttons}
    </footer>`;
  }
}
