// test_frames.mjs PAGE FRAMES: every script of keys, and a walk through every scenario, frame by frame:
// text, styles and cursor in the page's program as in the one of this machine. Speaks TAP.
import fs from 'node:fs';
import {differs, done, load, result} from './run.mjs';

const sizes = ['80x24', '120x40', '54x46'];

/* Everything that there is to see of a meeting, and its keys. */
const walk = ['o', 'Esc', 'd', 'Down', 'Esc', 'W', 'Down', 'Enter', 'u', 'Esc', ...Array(48).fill('.'), 'w', 'Down', 'Down', '+', 'y', 'a', 'x', 'Esc',
  'f', 'Esc', 'C', 'Tab', 'Esc', 'D', 'Page-Up', 'Esc', 'P', 'Down', 'y', 'Esc', 'c', 'Esc', 'm', ...Array(12).fill('Space'), 'L', 'Space', 'Left', 'L', 'S',
  '!', 'End', 'o', 'Esc', 'f', 'Esc', 'Home', 'Click 20 10', 'v', 'Click 20 10', 'Esc', 'H', 'Tab', 'Tab', '?', 'Page-Down', 'Esc', '/', 'text: the', 'Enter',
  'n', '(', '(', ')', 'u', 'U', 'M', 'X', 'r', 'q'];
const browse = ['Down', 'Down', 'text:vetoed by usa', 'Page-Down', 'Right', 'End', 'Esc', '?', 'Esc', 'text:al', 'Enter', 'Space', 'Space', 'Esc', 'q', 'Click 10 8',
  'Click 10 8', '.', 'q'];

const module = load();
const hold = (title, operands, size, script) => result(`${title}, ${size}`, differs(module, operands, size, script));

for (const size of sizes) {
  hold('browser', [], size, browse);
  for (const file of fs.readdirSync('tests/keys').sort())
    hold(file, ['aleppo-2016'], size, fs.readFileSync(`tests/keys/${file}`, 'utf8').split('\n'));
}
fs.readdirSync('scenarios').filter(name => name.endsWith('.yaml')).sort()
  .forEach((name, i) => hold(name, [name.replace('.yaml', '')], sizes[i % sizes.length], walk));
done();
