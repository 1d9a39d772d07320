import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureFilter, toggled } from '../../main/web/src/stage/shields.ts';

test('filters stand in the order in which they work', () => {
  assert.equal(pictureFilter([], false), 'none');
  assert.equal(pictureFilter(['blur', 'greyscale'], false), 'grayscale(1) blur(28px)');
  assert.equal(pictureFilter(['blur', 'edges', 'greyscale'], false), 'url("#conjoint-edges") blur(28px)');
  assert.equal(pictureFilter(['muted', 'thumbnail'], false), 'none');
});

test('revealing lifts the blur alone', () => {
  assert.equal(pictureFilter(['blur'], true), 'none');
  assert.equal(pictureFilter(['blur', 'greyscale'], true), 'grayscale(1)');
});

test('a shield is switched, and one that is fixed stays on', () => {
  const shields = { on: ['blur', 'soft'], fixed: ['blur'] };
  assert.deepEqual(toggled(shields, 'blur').on, ['blur', 'soft']);
  assert.deepEqual(toggled(shields, 'soft').on, ['blur']);
  assert.deepEqual(toggled(shields, 'edges').on, ['blur', 'soft', 'edges']);
});
