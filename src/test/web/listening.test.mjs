import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Listening, factor, levelling, makeUp, LIMIT_DB, LIMIT_RATIO, SOFT_HZ } from '../../main/web/src/stage/listening.ts';

const near = (actual, wanted) => assert.ok(Math.abs(actual - wanted) < 1e-9, `${actual} is not ${wanted}`);

/** An audio parameter that holds what it is told at once. */
class Param {
  value = 0;
  setValueAtTime(value) {
    this.value = value;
  }
  setTargetAtTime(value) {
    this.value = value;
  }
}

/** An audio context that records what is connected. */
class Context {
  state = 'suspended';
  currentTime = 0;
  sampleRate = 48000;
  destination = { name: 'destination' };
  made = [];
  node(name, params) {
    const node = { name, ...Object.fromEntries(params.map((each) => [each, new Param()])) };
    node.connect = (to) => {
      node.to = to;
      return to;
    };
    this.made.push(node);
    return node;
  }
  createMediaElementSource = () => this.node('source', []);
  createGain = () => this.node('gain', ['gain']);
  createDynamicsCompressor = () => this.node('limiter', ['threshold', 'ratio', 'knee', 'attack', 'release']);
  createBiquadFilter = () => this.node('filter', ['frequency', 'Q']);
  async resume() {
    if (this.allowed) {
      this.state = 'running';
    }
  }
}

let context;
let media;
const listen = () => Listening.to(media, () => context);
const on = (...shields) => ({ on: shields, fixed: [] });

beforeEach(() => {
  globalThis.window = new EventTarget();
  context = new Context();
  media = Object.assign(new EventTarget(), { paused: true, muted: false, playbackRate: 1 });
});

test('a sound is brought to −23 LUFS', () => {
  near(levelling(-23), 1);
  near(levelling(-13), 10 ** (-10 / 20));
  near(levelling(-29), 10 ** (6 / 20));
});

test('a sound is raised by 20 dB at most, and not at all where its loudness is not known', () => {
  near(levelling(-60), 10);
  near(levelling(-Infinity), 1);
  near(levelling(null), 1);
});

test('what the limiter adds by itself is taken away again', () => {
  near(makeUp(-3, 20), 1.71);
  near(factor(makeUp(LIMIT_DB, LIMIT_RATIO)) * factor(-makeUp(LIMIT_DB, LIMIT_RATIO)), 1);
});

test('without a shield on its sound, an element is left alone', () => {
  listen().apply(on('blur', 'muted', 'half-speed'), -10);
  assert.equal(context.made.length, 0);
  assert.equal(media.muted, true);
  assert.equal(media.playbackRate, 0.5);
  assert.equal(media.preservesPitch, true);
  listen().apply(on(), -10);
  assert.equal(media.muted, false);
  assert.equal(media.playbackRate, 1);
});

test('the way through Web Audio is built once and ends in the loudspeakers', () => {
  listen().apply(on('levelled'), -10);
  listen().apply(on('levelled', 'soft'), -30);
  assert.deepEqual(context.made.map((node) => node.name), ['source', 'gain', 'limiter', 'gain', 'filter', 'filter']);
  let node = context.made[0];
  const way = [];
  while (node) {
    way.push(node.name);
    node = node.to;
  }
  assert.deepEqual(way, ['source', 'gain', 'limiter', 'gain', 'filter', 'filter', 'destination']);
});

test('levels and tones follow the shields', () => {
  listen().apply(on('levelled', 'soft'), -13);
  const [, gain, limiter, trim, soft] = context.made;
  near(gain.gain.value, levelling(-13));
  near(limiter.ratio.value, 1);
  near(trim.gain.value, 1);
  assert.equal(soft.frequency.value, SOFT_HZ);
  listen().apply(on('levelled'), -33);
  near(gain.gain.value, levelling(-33));
  near(limiter.ratio.value, LIMIT_RATIO);
  near(trim.gain.value, factor(-makeUp(LIMIT_DB, LIMIT_RATIO)));
  assert.equal(soft.frequency.value, 24000);
  listen().apply(on(), -33);
  near(gain.gain.value, 1);
  near(limiter.threshold.value, 0);
});

test('until the browser lets sound start it waits for the person, and then no longer', async () => {
  const listening = listen();
  listening.apply(on('soft'), null);
  assert.equal(listening.waiting, true);
  context.allowed = true;
  window.dispatchEvent(new Event('keydown'));
  await Promise.resolve();
  assert.equal(listening.waiting, false);
});
