// frames.mjs PAGE FRAMES: every script of keys, and a walk through every scenario, frame by frame: text,
// styles and cursor in the page's program as in the one of this machine (FRAMES). Speaks TAP.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {load, Run} from './run.mjs';

const [page, native] = process.argv.slice(2).map(name => path.resolve(name));
const sizes = ['80x24', '120x40', '100x50'];

/* Everything that there is to see of a meeting, and its keys. */
const walk = ['o', 'Esc', 'd', 'Down', 'Esc', 'W', 'Down', 'Enter', 'u', 'Esc', ...Array(48).fill('.'), 'w', 'Down', 'Down', '+', 'y', 'a', 'x', 'Esc',
  'f', 'Esc', 'C', 'Tab', 'Esc', 'D', 'Page-Up', 'Esc', 'P', 'Down', 'y', 'Esc', 'c', 'Esc', 'm', ...Array(12).fill('Space'), 'L', 'Space', 'Left', 'L', 'S',
  '!', 'End', 'o', 'Esc', 'f', 'Esc', 'Home', 'Click 20 10', 'v', 'Click 20 10', 'Esc', 'H', 'Tab', 'Tab', '?', 'Page-Down', 'Esc', '/', 'text: the', 'Enter',
  'n', '(', '(', ')', 'u', 'U', 'M', 'X', 'r', 'q'];
const browse = ['Down', 'Down', 'text:vetoed by usa', 'Page-Down', 'Right', 'End', 'Esc', '?', 'Esc', 'text:al', 'Enter', 'Space', 'Space', 'Esc', 'q', 'Click 10 8',
  'Click 10 8', '.', 'q'];

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'veto-frames-'));
const module = load(page);
let number = 0, failed = 0, frames = 0;

function frame(run) {
  const {columns, rows, cell, cursorColumn, cursorRow} = run.picture();
  let text = '';
  for (let row = 0; row < rows; row++) {
    const cells = Array.from({length: columns}, (_, column) => cell(column, row));
    text += cells.map(one => one.text).join('') + '\n';
    text += cells.map(one => String.fromCharCode('a'.charCodeAt(0) + one.style)).join('') + '\n';
  }
  return `${text}cursor ${cursorColumn} ${cursorRow}\n`;
}

/* The frames of this machine, as one text. What it saves is gone before the next script. */
function expected(operands, size, script) {
  fs.rmSync(scratch, {recursive: true, force: true});
  fs.mkdirSync(scratch);
  fs.writeFileSync(path.join(scratch, 'keys'), script.join('\n') + '\n');
  return execFileSync(native, ['play', ...operands, '--size', size, '--keys', path.join(scratch, 'keys')],
    {cwd: scratch, encoding: 'utf8', maxBuffer: 1 << 28, env: {LC_ALL: 'C.UTF-8', XDG_STATE_HOME: path.join(scratch, 'state')}});
}

/* The first line that is another. */
function first(here, there) {
  const lines = there.split('\n'), row = here.split('\n').findIndex((line, i) => line !== lines[i]);
  return `line ${row}\n${here.split('\n')[row]}\ninstead of\n${lines[row]}`;
}

/* One after the other, until a frame is another. */
function differs(operands, size, script) {
  const all = expected(operands, size, script), run = new Run(module), [columns, rows] = size.split('x').map(Number);
  run.play(['play', ...operands]);
  run.resize(columns, rows);
  let at = 0, step = 0;
  for (const press of [null, ...run.presses(script)]) {
    if (press) press();
    const text = frame(run);
    frames++;
    if (!all.startsWith(text, at)) return `in frame ${step}:\n${first(text, all.slice(at))}`;
    at += text.length;
    if (run.picture().done) break;
    step++;
  }
  return at === all.length ? null : `after frame ${step} there are more`;
}

function hold(title, operands, size, script) {
  const why = differs(operands, size, script);
  number++;
  if (why) failed++;
  console.log(`${why ? 'not ok' : 'ok'} ${number} - ${title}, ${size}`);
  if (why) console.log(why.replace(/^/gm, '# '));
}

for (const size of sizes) {
  hold('browser', [], size, browse);
  for (const file of fs.readdirSync('tests/keys').sort())
    hold(file, ['aleppo-2016'], size, fs.readFileSync(`tests/keys/${file}`, 'utf8').split('\n'));
}
for (const name of fs.readdirSync('scenarios').filter(name => name.endsWith('.yaml')).sort())
  hold(name, [name.replace('.yaml', '')], sizes[number % sizes.length], walk);
console.log(`1..${number}\n# ${frames} frames`);
fs.rmSync(scratch, {recursive: true});
process.exit(failed ? 1 : 0);
