import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Medium, Post, Shown, Words } from './model';
import type { Player } from './player';

const IDLE = 60_000;
const REPORT = 10_000;
/** A small picture is enlarged at most so many times. */
const LARGEST = 4;

/**
 * A post as its audience saw it: who wrote it and when, the picture or the video, the caption, the sound. One part can
 * be shown alone; what is masked keeps its place, so that nothing moves. Text is set as it was stored, never altered,
 * with its own language and direction.
 */
@customElement('conjoint-stage')
export class Stage extends LitElement {
  @property({ attribute: false }) post: Post | null = null;
  @property({ attribute: false }) words: Words = {};
  /** The addresses that the next post needs; they are fetched while this one is judged. */
  @property({ attribute: false }) next: string[] = [];
  @property({ reflect: true }) shown: Shown = 'joint';
  /** Milliseconds at which the sound or the video of a post stands when it comes on the stage. */
  @property({ type: Number }) from = 0;
  /** Whether the picture is blurred until it is pointed at. */
  @property({ type: Boolean, reflect: true }) blurred = false;
  @state() private broken = false;
  @state() private film: HTMLVideoElement | null = null;
  @query('conjoint-player') private player?: Player;
  @query('video.film') private video?: HTMLVideoElement;
  private lastInput = 0;
  private lastTick = 0;
  private active = 0;
  private reported = 0;
  private timer = 0;
  private readonly fetched = new Set<string>();

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('conjoint-local', this.act);
    for (const name of ['keydown', 'pointermove', 'pointerdown', 'wheel']) {
      window.addEventListener(name, this.stir, { passive: true });
    }
    this.lastInput = this.lastTick = performance.now();
    this.timer = window.setInterval(() => this.tick(), 500);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('conjoint-local', this.act);
    for (const name of ['keydown', 'pointermove', 'pointerdown', 'wheel']) {
      window.removeEventListener(name, this.stir);
    }
    window.clearInterval(this.timer);
    super.disconnectedCallback();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('post')) {
      this.broken = false;
      this.active = 0;
      this.reported = 0;
      this.film = null;
    }
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('post')) {
      const film = this.steersVideo() ? (this.video ?? null) : null;
      if (film !== this.film) {
        this.film = film;
      }
    }
    if (changed.has('shown') || changed.has('post')) {
      if (!this.shows('audio')) {
        this.player?.pause();
      }
      if (this.video) {
        this.video.muted = !this.shows('audio') || !this.steersVideo();
        if (!this.shows('image') && !this.shows('audio')) {
          this.video.pause();
        }
      }
    }
    if (changed.has('next')) {
      this.prefetch();
    }
  }

  private shows(part: Shown): boolean {
    return this.shown === 'joint' || this.shown === part;
  }

  /** Whether the sound of the post is that of its video. */
  private steersVideo(): boolean {
    return this.post?.video?.state === 'ready' && this.post.sound === null;
  }

  private prefetch(): void {
    for (const address of this.next) {
      if (this.fetched.has(address)) {
        continue;
      }
      this.fetched.add(address);
      if (address.includes('/preview')) {
        new Image().src = address;
      } else {
        void fetch(address, { credentials: 'same-origin', priority: 'low' })
          .then((answer) => answer.arrayBuffer())
          .catch(() => this.fetched.delete(address));
      }
    }
  }

  private readonly stir = (): void => {
    this.lastInput = performance.now();
  };

  /** Time counts while the page is seen and the person did something lately, or something plays. */
  private tick(): void {
    const now = performance.now();
    const passed = Math.min(now - this.lastTick, 1000);
    this.lastTick = now;
    if (this.post && document.visibilityState === 'visible' && (now - this.lastInput < IDLE || this.player?.running)) {
      this.active += passed;
    }
    if (this.active - this.reported >= REPORT) {
      this.reported = this.active;
      this.dispatchEvent(new CustomEvent('attention', { detail: Math.round(this.active) }));
    }
  }

  private readonly act = (event: Event): void => {
    const player = this.player;
    switch ((event as CustomEvent<string>).detail) {
      case 'play':
        if (this.shows('audio') || this.steersVideo()) {
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
    }
  };

  override render() {
    const post = this.post;
    if (!post) {
      return nothing;
    }
    return html`
      <article class="post card" aria-label=${this.words['post'] ?? ''}>
        ${this.renderWho(post)}${this.renderPicture(post)}${this.renderCaption(post)}${this.renderSound(post)}
      </article>
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
    </header>`;
  }

  private renderPicture(post: Post) {
    if (!post.image && !post.video) {
      return html`<div class="picture none">${this.masked('icon-image', 'noImage')}</div>`;
    }
    if (!this.shows('image')) {
      const film = this.steersVideo() && post.video ? this.renderVideo(post.video, true) : nothing;
      return html`<div class="picture masked">${film}${this.masked('icon-image', 'imageMasked')}</div>`;
    }
    return html`<div class="picture">
      ${post.image ? this.renderImage(post.image, post) : nothing} ${post.video ? this.renderVideo(post.video, false) : nothing}
    </div>`;
  }

  private renderImage(image: Medium, post: Post) {
    if (image.state !== 'ready' || this.broken) {
      const words = image.state === 'pending' ? 'imagePending' : this.broken ? 'imageBroken' : 'imageRefused';
      return this.medium('icon-image', words, image.reason, this.broken);
    }
    if (image.film) {
      return html`<video
        src=${image.film}
        poster=${ifDefined(image.src || undefined)}
        loop
        muted
        controls
        playsinline
        preload="metadata"
        class="moving"
        aria-label=${post.altText ?? this.words['imageAlt'] ?? ''}
      ></video>`;
    }
    return html`<img
      src=${image.src}
      srcset=${ifDefined(image.srcset || undefined)}
      sizes="(min-width: 1200px) 65vw, 60vw"
      width=${image.width || nothing}
      height=${image.height || nothing}
      style=${styleMap(image.width ? { maxWidth: `${image.width * LARGEST}px`, maxHeight: `${image.height * LARGEST}px` } : {})}
      alt=${post.altText ?? this.words['imageAlt'] ?? ''}
      decoding="async"
      fetchpriority="high"
      @error=${() => (this.broken = true)}
    />`;
  }

  private renderVideo(video: Medium, hidden: boolean) {
    if (video.state !== 'ready') {
      return this.medium('icon-image', video.state === 'pending' ? 'videoPending' : 'videoRefused', video.reason, false);
    }
    return html`<video
      src=${video.src}
      poster=${ifDefined(video.poster || undefined)}
      width=${video.width || nothing}
      height=${video.height || nothing}
      class="film ${hidden ? 'unseen' : ''}"
      preload="metadata"
      playsinline
      ?controls=${!this.steersVideo()}
      aria-label=${this.words['video'] ?? ''}
      @click=${() => this.steersVideo() && this.player?.toggle()}
    ></video>`;
  }

  /** A masked caption keeps its room, so that the picture above it stays where it is. */
  private renderCaption(post: Post) {
    const masked = !this.shows('caption');
    const cover = masked ? this.masked('icon-caption', 'captionMasked') : nothing;
    if (post.caption === null) {
      return html`<div class="caption muted ${masked ? 'masked' : ''}"><p>${this.words['noCaption']}</p>${cover}</div>`;
    }
    return html`<div
      class="caption ${masked ? 'masked' : ''}"
      tabindex=${masked ? -1 : 0}
      role="group"
      aria-label=${this.words[masked ? 'captionMasked' : 'caption'] ?? ''}
    >
      <p lang=${post.lang} dir="auto" .textContent=${post.caption}></p>
      ${post.altText
        ? html`<p class="alt"><span class="muted">${this.words['altText']}</span> <span lang=${post.lang} dir="auto" .textContent=${post.altText}></span></p>`
        : nothing}
      ${cover}
    </div>`;
  }

  private renderSound(post: Post) {
    const medium = post.sound ?? (this.steersVideo() ? post.video : null);
    if (!medium) {
      return html`<div class="sound muted none"><span class="icon icon-sound"></span>${this.words['noSound']}</div>`;
    }
    const masked = !this.shows('audio');
    return html`<div class="sound ${masked ? 'masked' : ''}">
      <conjoint-player
        class=${masked ? 'unseen' : ''}
        ?inert=${masked}
        .medium=${medium}
        .transcript=${post.transcript}
        .words=${this.words}
        .video=${this.film}
        .from=${this.from}
        speech=${post.lang}
      ></conjoint-player>
      ${masked ? this.masked('icon-sound', 'soundMasked') : nothing}
    </div>`;
  }

  private masked(icon: string, words: string) {
    return html`<div class="mask"><span class="icon ${icon}"></span><span>${this.words[words]}</span></div>`;
  }

  private medium(icon: string, words: string, reason: string, retry: boolean) {
    return html`<div class="medium-state">
      <span class="icon ${icon}"></span><b>${this.words[words]}</b><span>${reason}</span>
      ${retry ? html`<button type="button" class="chip" @click=${() => (this.broken = false)}>${this.words['again']}</button>` : nothing}
    </div>`;
  }
}
