import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureFilter, toggled } from '../../main/web/src/stage/shields.ts';

test('a picture is drawn in lines, or without colours, or as it is', () => {
  assert.equal(pictureFilter([]), 'none');
  assert.equal(pictureFilter(['blur', 'greyscale']), 'grayscale(1)');
  assert.equal(pictureFilter(['muted', 'thumbnail']), 'none');
});

test('a shield is switched, and one that is fixed stays on', () => {
  const shields = { on: ['blur', 'soft'], fixed: ['blur'] };
  assert.deepEqual(toggled(shields, 'blur').on, ['blur', 'soft']);
  assert.deepEqual(toggled(shields, 'soft').on, ['blur']);
  assert.deepEqual(toggled(shields, 'edges').on, ['blur', 'soft', 'edges']);
});
