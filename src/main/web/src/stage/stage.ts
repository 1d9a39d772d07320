import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../evidence/bar';
import type { Choice, EvidenceBar } from '../evidence/bar';
import { NOTHING, type Evidence, type Link, type TextLine } from '../evidence/model';
import { EvidenceStore } from '../evidence/store';
import '../evidence/text';
import type { MarkedText } from '../evidence/text';
import '../evidence/written';
import { Ahead, type Need } from './ahead';
import { Observer } from './observer';
import { readable, type Medium, type Post, type Shown, type Words } from './model';
import './lanes';
import './picture';
import type { Picture } from './picture';
import type { Player } from './player';
import './shield-menu';
import { NO_SHIELDS, pictureFilter, toggled, type Shield, type Shields } from './shields';
import { Telling } from './telling';

/** The post that has just come has the machine to itself for so long, in milliseconds. */
const FETCH_AFTER = 250;

/**
 * A post as its audience saw it: who wrote it and when, the picture or the video, the caption, the sound, all on one
 * clock; and below it the evidence, which joins places in them. One part can be shown alone; what is masked keeps its
 * place, so that nothing moves. Text is set as it was stored, never altered, with its own language and direction.
 */
@customElement('conjoint-stage')
export class Stage extends LitElement {
  @property({ attribute: false }) post: Post | null = null;
  @property({ attribute: false }) words: Words = {};
  /** What the next posts need; it is fetched while this one is judged. */
  @property({ attribute: false }) next: Need[] = [];
  @property({ reflect: true }) shown: Shown = 'joint';
  /** Milliseconds at which the sound or the video of a post stands when it comes on the stage. */
  @property({ type: Number }) from = 0;
  /** How the post is seen and heard with less force. */
  @property({ attribute: false }) shields: Shields = NO_SHIELDS;
  /** Whether evidence is collected here. */
  @property({ type: Boolean, reflect: true }) marks = false;
  /** Evidence as JSON to begin with; a number before it makes the same evidence new again. */
  @property() evidence = '';
  @property({ attribute: false }) relations: Choice[] = [];
  @property({ attribute: false }) alignments: Choice[] = [];
  /** The lines that were read in the picture, as JSON, and what came of reading them. */
  @property({ attribute: false }) suggestion: { lines: TextLine[]; news: string } | null = null;
  /** Under this name the page remembers the attention given, should it be loaded again. */
  @property() visit = '';
  @state() private film: HTMLVideoElement | null = null;
  /** A picture that is small, or behind its words, was opened. */
  @state() private opened = false;
  @state() private revealed = false;
  @state() private written = false;
  @state() private scale = 1;
  @state() private cuts: number[] = [];
  @state() private line: number | null = null;
  /** Milliseconds on the clock of the video. */
  @state() private time = 0;
  @query('conjoint-player') private player?: Player;
  @query('conjoint-picture') private picture?: Picture;
  @query('conjoint-evidence') private bar?: EvidenceBar;
  @query('video.film') private video?: HTMLVideoElement;
  private readonly store = new EvidenceStore();
  private readonly observer = new Observer(this);
  private readonly telling = new Telling(
    () => this.store.evidence,
    (detail) => this.dispatchEvent(new CustomEvent('evidence', { detail, cancelable: true })),
  );
  private heard = false;
  private readonly ahead = new Ahead();
  private fetching = 0;

  constructor() {
    super();
    this.store.addEventListener('changed', () => this.telling.changed());
  }

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('conjoint-local', this.act);
    window.addEventListener('keydown', this.flush, { capture: true });
    window.addEventListener('pointerdown', this.flush, { capture: true });
    this.observer.start();
  }

  override disconnectedCallback(): void {
    window.removeEventListener('conjoint-local', this.act);
    window.removeEventListener('keydown', this.flush, { capture: true });
    window.removeEventListener('pointerdown', this.flush, { capture: true });
    this.telling.now();
    this.observer.stop();
    window.clearTimeout(this.fetching);
    this.ahead.stop();
    super.disconnectedCallback();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('post')) {
      this.film = null;
      this.time = 0;
      this.opened = false;
      this.written = false;
      this.line = null;
      this.cuts = [];
      if (this.post?.transcript) {
        this.post.transcript.cues = this.post.transcript.cues.map(readable);
      }
      void this.fetchCuts(this.post?.video?.scenes ?? '');
    }
    if (changed.has('evidence') || changed.has('post')) {
      const json = this.evidence.replace(/^\d+ /, '');
      const known = json ? { ...NOTHING, ...(JSON.parse(json) as Partial<Evidence>) } : NOTHING;
      this.telling.begin(known);
      this.store.reset(known);
    }
    if (changed.has('suggestion') && this.suggestion && this.suggestion.lines.length > 0) {
      this.store.write(this.suggestion.lines);
    }
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('post')) {
      this.film = this.steersVideo() ? (this.video ?? null) : null;
      this.observer.begin(this.visit);
      void this.updateComplete.then(() =>
        this.querySelectorAll('.caption, .cues, .words').forEach((each) => (each.scrollTop = 0)),
      );
    }
    if (changed.has('shown') || changed.has('post') || changed.has('shields')) {
      if (!this.shows('audio')) {
        this.player?.pause();
      }
      if (this.video) {
        this.video.muted = !this.shows('audio') || !this.steersVideo() || this.shields.on.includes('muted');
        if (!this.shows('image') && !this.shows('audio')) {
          this.video.pause();
        }
      }
    }
    if (changed.has('next')) {
      window.clearTimeout(this.fetching);
      this.fetching = window.setTimeout(() => {
        const room = this.querySelector('.picture');
        this.ahead.want(this.next, { width: room?.clientWidth ?? 1, height: room?.clientHeight ?? 1 });
      }, FETCH_AFTER);
    }
  }

  /** Whether a part is on the stage. */
  shows(part: Shown): boolean {
    return this.shown === 'joint' || this.shown === part;
  }

  /** What sounds, if anything does. */
  get sounding(): Player | null {
    return this.player ?? null;
  }

  get seenWhole(): boolean {
    return this.picture?.seenWhole ?? false;
  }

  /** Whether the sound of the post is that of its video. */
  private steersVideo(): boolean {
    return this.post?.video?.state === 'ready' && this.post.sound === null;
  }

  private async fetchCuts(address: string): Promise<void> {
    if (!address) {
      return;
    }
    try {
      const answer = await fetch(address, { credentials: 'same-origin' });
      if (answer.ok && this.post?.video?.scenes === address) {
        this.cuts = ((await answer.json()) as { cuts: number[] }).cuts;
      }
    } catch {
      this.cuts = [];
    }
  }

  // -- evidence

  /** What was pointed at is known to the server before what is pressed next; arrows only move it further. */
  private readonly flush = (event: Event): void => {
    const moves = event instanceof KeyboardEvent && event.key.startsWith('Arrow');
    if (this.telling.waits && !moves) {
      this.telling.now();
    }
  };

  private hear(link: Link | null): void {
    const interval = link?.targets.find((target) => target.kind === 'interval');
    if (interval?.kind === 'interval' && this.shows('audio') && !this.player?.running) {
      this.player?.play(interval.start, interval.end);
      this.heard = true;
    } else if (!link && this.heard) {
      this.player?.pause();
      this.heard = false;
    }
  }

  /** Shows where the targets of a link are. */
  private show(link: Link | null): void {
    const interval = link?.targets.find((target) => target.kind === 'interval');
    if (interval?.kind === 'interval' && this.shows('audio')) {
      this.player?.seek(interval.start);
    }
    const region = link?.targets.find((target) => target.kind === 'region');
    if (region?.kind === 'region' && region.at !== undefined && this.shows('image')) {
      this.player?.seek(region.at);
    }
  }

  private texts(): MarkedText[] {
    return [...this.querySelectorAll<MarkedText>('conjoint-text')].filter((text) => text.checkVisibility({ visibilityProperty: true }));
  }

  private focusText(): void {
    const texts = this.texts();
    const at = texts.findIndex((text) => text.contains(document.activeElement));
    texts[(at + 1) % Math.max(1, texts.length)]?.focus();
  }

  private readonly act = (event: Event): void => {
    const player = this.player;
    const sound = this.shows('audio') || this.steersVideo();
    switch ((event as CustomEvent<string>).detail) {
      case 'play':
        if (sound) {
          player?.toggle();
        }
        break;
      case 'back':
        player?.seek(player.position - 2000);
        break;
      case 'forward':
        player?.seek(player.position + 2000);
        break;
      case 'cue-back':
        player?.step(-1);
        break;
      case 'cue-forward':
        player?.step(1);
        break;
      case 'frame-back':
        player?.frame(-1);
        break;
      case 'frame-forward':
        player?.frame(1);
        break;
      case 'slower':
        player?.faster(-1);
        break;
      case 'faster':
        player?.faster(1);
        break;
      case 'loop':
        player?.toggleLoop();
        break;
      case 'spectrogram':
        player?.toggleSpectrum();
        break;
      case 'zoom-in':
        this.picture?.zoomBy(1.4);
        break;
      case 'zoom-out':
        this.picture?.zoomBy(1 / 1.4);
        break;
      case 'fit':
        this.picture?.toggleFit();
        break;
      case 'written':
        this.written = !this.written;
        break;
      case 'reveal':
        this.reveal();
        break;
      case 'blur':
        this.shield('blur', !this.shields.on.includes('blur'));
        break;
      case 'mute':
        this.shield('muted', !this.shields.on.includes('muted'));
        break;
      default:
        this.mark((event as CustomEvent<string>).detail);
    }
  };

  /** Lifts the blur for as long as the key is held. */
  private reveal(): void {
    this.revealed = true;
    const end = () => {
      this.revealed = false;
      window.removeEventListener('keyup', end);
      window.removeEventListener('blur', end);
    };
    window.addEventListener('keyup', end);
    window.addEventListener('blur', end);
  }

  private shield(shield: Shield, on: boolean): void {
    if (this.shields.on.includes(shield) !== on) {
      const next = toggled(this.shields, shield);
      if (next !== this.shields) {
        this.shields = next;
        this.dispatchEvent(new CustomEvent('shield', { detail: JSON.stringify({ shield, on }) }));
      }
    }
  }

  /** Whether a picture still waits to be opened. */
  private get waits(): boolean {
    return !this.opened && (this.shields.on.includes('thumbnail') || this.shields.on.includes('transcript'));
  }

  /** What the keys of evidence do. */
  private mark(action: string): void {
    if (!this.marks) {
      return;
    }
    switch (action) {
      case 'link':
        this.store.link();
        break;
      case 'mark-text':
        this.focusText();
        break;
      case 'mark-box':
        if (this.shows('image')) {
          this.picture?.drawByKeys();
        }
        break;
      case 'mark-outline':
        if (this.shows('image')) {
          this.picture?.outline();
        }
        break;
      case 'mark-interval':
        if (this.shows('audio')) {
          this.player?.markInterval();
        }
        break;
      case 'link-next':
        this.show(this.store.step(1));
        void this.bar?.updateComplete.then(() => this.bar?.focusChip());
        break;
      case 'link-previous':
        this.show(this.store.step(-1));
        void this.bar?.updateComplete.then(() => this.bar?.focusChip());
        break;
      case 'link-relation':
        this.bar?.focusRelation();
        break;
      case 'link-drop':
        if (this.store.open) {
          this.store.drop(this.store.open.id);
        }
        break;
      case 'evidence-undo':
        this.store.undo();
        break;
      case 'evidence-redo':
        this.store.redo();
        break;
    }
  }

  // -- what is seen

  override render() {
    const post = this.post;
    if (!post) {
      return nothing;
    }
    const bar = this.marks || this.store.evidence.links.length > 0;
    return html`
      <article class="post card" aria-label=${this.words['post'] ?? ''}>
        ${this.renderWho(post)}${this.renderPicture(post)}${this.renderCaption(post)}${this.renderSound(post)}
      </article>
      ${bar
        ? html`<conjoint-evidence
            .store=${this.store}
            .words=${this.words}
            .relations=${this.relations}
            .alignments=${this.alignments}
            .marks=${this.marks}
            @hear=${(event: CustomEvent<Link | null>) => this.hear(event.detail)}
          ></conjoint-evidence>`
        : nothing}
    `;
  }

  private renderWho(post: Post) {
    const initial = [...post.author.replace(/^@/, '')][0]?.toUpperCase() ?? '?';
    return html`<header class="who">
      <span class="face" aria-hidden="true">${initial}</span>
      <div class="by">
        <b dir="auto">${post.author}</b>
        <span class="muted">· <time datetime=${post.createdIso}>${post.created}</time>${post.language ? ` · ${post.language}` : ''}</span>
      </div>
      <span class="grow"></span>
      <span class="muted post-id">${post.id}</span>
      ${this.renderTools(post)}
    </header>`;
  }

  private renderTools(post: Post) {
    const picture = post.image ?? post.video;
    const menu = html`<conjoint-shield-menu
      .shields=${this.shields}
      .words=${this.words}
      @switched=${(event: CustomEvent<{ shield: Shield; on: boolean }>) => this.shield(event.detail.shield, event.detail.on)}
    ></conjoint-shield-menu>`;
    if (picture?.state !== 'ready' || !this.shows('image')) {
      return html`<div class="tools" role="group" aria-label=${this.words['pictureTools'] ?? ''}>${menu}</div>`;
    }
    return html`<div class="tools" role="group" aria-label=${this.words['pictureTools'] ?? ''}>${menu}
      ${this.marks || this.store.evidence.image_text.length > 0
        ? html`<button type="button" class="chip" aria-pressed=${this.written} @click=${() => (this.written = !this.written)}>${this.words['written']}</button>`
        : nothing}
      ${this.marks
        ? html`<button type="button" class="chip" @click=${() => this.picture?.toggleTool()}>${this.words['draw']}</button>`
        : nothing}
      <button type="button" class="chip num" @click=${() => this.picture?.toggleFit()} aria-label="${this.words['zoom'] ?? ''}: ${Math.round(this.scale * 100)} %"
        >${Math.round(this.scale * 100)} %</button>
    </div>`;
  }

  private renderPicture(post: Post) {
    if (!post.image && !post.video) {
      return html`<div class="picture none">${this.masked('icon-image', 'noImage')}</div>`;
    }
    const seen = this.shows('image');
    const film = post.video !== null && (seen || this.steersVideo());
    const on = this.shields.on;
    const small = seen && this.waits;
    const classes = [
      'picture',
      seen ? '' : 'masked',
      on.includes('blur') && !this.revealed ? 'blurred' : '',
      small ? (on.includes('transcript') ? 'behind-words' : 'small') : '',
    ];
    return html`<div class=${classes.join(' ')} style="--shield:${pictureFilter(on)}">
      ${post.image && seen ? this.renderImage(post.image, post) : nothing} ${film && post.video ? this.renderVideo(post.video, post, !seen) : nothing}
      ${seen ? nothing : this.masked('icon-image', 'imageMasked')}
      ${small
        ? html`<button type="button" class="open-picture" @click=${() => (this.opened = true)}
            >${on.includes('transcript') && post.altText ? html`<bdi lang=${post.lang}>${post.altText}</bdi>` : nothing}<b>${this.words['openPicture']}</b></button>`
        : nothing}
      ${seen && this.written
        ? html`<conjoint-written
            .store=${this.store}
            .words=${this.words}
            .marks=${this.marks}
            .news=${this.suggestion?.news ?? ''}
            speech=${post.lang}
            @line=${(event: CustomEvent<number>) => (this.line = event.detail)}
            @suggest=${() => this.dispatchEvent(new CustomEvent('suggest-text'))}
          ></conjoint-written>`
        : nothing}
    </div>`;
  }

  private renderImage(image: Medium, post: Post) {
    return html`<conjoint-picture
      .medium=${image}
      .words=${this.words}
      .alt=${post.altText ?? this.words['imageAlt'] ?? ''}
      .store=${this.store}
      .marks=${this.marks}
      .written=${this.written}
      .line=${this.written ? this.line : null}
      @zoomed=${(event: CustomEvent<number>) => (this.scale = event.detail)}
      @done=${this.leave}
    ></conjoint-picture>`;
  }

  private renderVideo(video: Medium, post: Post, hidden: boolean) {
    const own = this.steersVideo();
    return html`<conjoint-picture
      class=${hidden ? 'unseen' : ''}
      ?inert=${hidden}
      .medium=${video}
      .words=${this.words}
      .store=${this.store}
      .marks=${this.marks && !post.image}
      .moving=${true}
      .at=${this.time}
      .written=${this.written}
      .line=${this.written && !post.image ? this.line : null}
      .film=${html`<video
        src=${video.src}
        poster=${ifDefined(video.poster || undefined)}
        class="film"
        preload="auto"
        playsinline
        ?controls=${!own}
        aria-label=${this.words['video'] ?? ''}
      ></video>`}
      @zoomed=${(event: CustomEvent<number>) => (this.scale = event.detail)}
      @pressed=${() => own && this.player?.toggle()}
      @done=${this.leave}
    ></conjoint-picture>`;
  }

  private leave(): void {
    this.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
  }

  /** A masked caption keeps its room, so that the picture above it stays where it is. */
  private renderCaption(post: Post) {
    const masked = !this.shows('caption');
    const cover = masked ? this.masked('icon-caption', 'captionMasked') : nothing;
    if (post.caption === null && post.altText === null) {
      return html`<div class="caption muted ${masked ? 'masked' : ''}"><p>${this.words['noCaption']}</p>${cover}</div>`;
    }
    const store = this.marks || this.store.evidence.links.length > 0 ? this.store : null;
    return html`<div class="caption ${masked ? 'masked' : ''}" ?inert=${masked}>
        ${post.caption === null
          ? html`<p class="muted">${this.words['noCaption']}</p>`
          : html`<conjoint-text kind="caption" .text=${post.caption} lang=${post.lang} .label=${this.words['caption'] ?? ''} .store=${store}></conjoint-text>`}
        ${post.altText
          ? html`<div class="alt"><span class="muted">${this.words['altText']}</span><conjoint-text kind="alt_text" .text=${post.altText} lang=${post.lang} .label=${this.words['altText'] ?? ''} .store=${store}></conjoint-text></div>`
          : nothing}
      </div>${masked ? html`<div class="cover">${cover}</div>` : nothing}`;
  }

  private renderSound(post: Post) {
    const medium = post.sound ?? (this.steersVideo() ? post.video : null);
    if (!medium && post.sensors) {
      return html`<div class="sound"><conjoint-lanes
        address=${post.sensors}
        .words=${this.words}
        .at=${this.time}
        @seek=${(event: CustomEvent<number>) => (this.time = event.detail)}
      ></conjoint-lanes></div>`;
    }
    if (!medium) {
      return html`<div class="sound muted none"><span class="icon icon-sound"></span>${this.words['noSound']}</div>`;
    }
    const masked = !this.shows('audio');
    const lanes = post.sensors
      ? html`<conjoint-lanes
          class=${masked ? 'unseen' : ''}
          address=${post.sensors}
          .words=${this.words}
          .at=${this.time}
          .length=${medium.duration}
          @seek=${(event: CustomEvent<number>) => this.player?.seek(event.detail)}
        ></conjoint-lanes>`
      : nothing;
    return html`<div class="sound ${masked ? 'masked' : ''}">
      <conjoint-player
        class=${masked ? 'unseen' : ''}
        ?inert=${masked}
        .medium=${medium}
        .transcript=${post.transcript}
        .words=${this.words}
        .video=${this.film}
        .store=${this.store}
        .marks=${this.marks}
        .from=${this.from}
        .shields=${this.shields}
        .ahead=${this.ahead}
        .scenes=${this.cuts}
        speech=${post.lang}
        @time=${(event: CustomEvent<number>) => (this.film || this.post?.sensors) && (this.time = event.detail)}
      ></conjoint-player>
      ${lanes} ${masked ? this.masked('icon-sound', 'soundMasked') : nothing}
    </div>`;
  }

  private masked(icon: string, words: string) {
    return html`<div class="mask"><span class="icon ${icon}"></span><span>${this.words[words]}</span></div>`;
  }
}
