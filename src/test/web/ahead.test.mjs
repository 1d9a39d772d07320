import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { Ahead } from '../../main/web/src/stage/ahead.ts';

/** A sound that loads until the test says otherwise. */
class Sound extends EventTarget {
  loading = false;
  set src(address) {
    this.address = address;
    this.loading = true;
    made.push(this);
  }
  removeAttribute(name) {
    this.unset = name;
  }
  load() {
    this.loading = this.unset !== 'src';
  }
  arrive() {
    this.dispatchEvent(new Event('canplay'));
  }
}

let made;
let ahead;
const room = { width: 1, height: 1 };
const sound = (src) => ({ src, srcset: '', width: 0, height: 0, sound: true, bytes: 0 });
const want = (...sounds) => ahead.want(sounds.map(sound), room);
const addresses = () => made.map((each) => each.address);
/** Lets all promises come to their end. */
const settled = () => new Promise((done) => setImmediate(done));

beforeEach(() => {
  made = [];
  globalThis.Audio = Sound;
  ahead = new Ahead();
});

test('two sounds are fetched at a time, in the order of need', async () => {
  want('a', 'b', 'c');
  assert.deepEqual(addresses(), ['a', 'b']);
  made[0].arrive();
  await settled();
  assert.deepEqual(addresses(), ['a', 'b', 'c']);
  assert.equal(ahead.take('a'), made[0]);
  assert.equal(ahead.take('a'), null);
  ahead.stop();
});

test('a sound that is given up while it loads loads no further', async () => {
  want('a', 'b');
  want('b', 'c');
  await settled();
  assert.deepEqual(made.map((each) => each.loading), [false, true, true]);
  assert.deepEqual(addresses(), ['a', 'b', 'c']);
  ahead.stop();
  await settled();
  assert.deepEqual(made.map((each) => each.loading), [false, false, false]);
});

test('a sound that is ready and not needed loads no further, and is fetched again when it is', async () => {
  want('a');
  made[0].arrive();
  await settled();
  assert.equal(made[0].loading, true);
  want('b');
  assert.equal(made[0].loading, false);
  want('b', 'a');
  assert.deepEqual(addresses(), ['a', 'b', 'a']);
  ahead.stop();
});

test('a sound that a stop gave up is fetched again when it is needed', async () => {
  want('a');
  made[0].arrive();
  await settled();
  ahead.stop();
  assert.equal(made[0].loading, false);
  assert.equal(ahead.take('a'), null);
  want('a');
  assert.deepEqual(addresses(), ['a', 'a']);
  ahead.stop();
});

test('a sound that was taken goes on', async () => {
  want('a');
  made[0].arrive();
  await settled();
  assert.equal(ahead.take('a'), made[0]);
  want('b');
  ahead.stop();
  assert.equal(made[0].loading, true);
});

test('a sound that stalls leaves its place to others after half a minute', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    want('a', 'b', 'c');
    made[1].arrive();
    await settled();
    mock.timers.tick(29_000);
    await settled();
    assert.equal(made[0].loading, true);
    mock.timers.tick(2000);
    await settled();
    assert.equal(made[0].loading, false);
    assert.equal(made[1].loading, true);
    want('b', 'a');
    assert.deepEqual(addresses(), ['a', 'b', 'c', 'a']);
    ahead.stop();
  } finally {
    mock.timers.reset();
  }
});
