// The program of a page under node, the one of this machine, scripts of keys for both, and TAP.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {Program} from '../host.js';
import {bytesOf, unpack} from '../unpack.js';

/* What a test is called with: the page, and the program of this machine. */
export const [page, native] = process.argv.slice(2).map(name => path.resolve(name));

/* The program that is in a page. */
export function load() {
  const [size, more, packed] = /<script type="text\/plain" id="program">([^<]*)</.exec(fs.readFileSync(page, 'utf8'))[1].split(' ');
  return new WebAssembly.Module(unpack(bytesOf(packed), +size + +more).subarray(0, +size));
}

/* A program, and all that it asked of its page. */
export class Run {
  constructor(module, files = new Map()) {
    this.saved = new Map();
    this.kept = undefined;
    this.forgotten = [];
    this.program = new Program(module, files, {
      save: (path, bytes) => this.saved.set(path, bytes),
      keep: bytes => { this.kept = bytes; },
      forget: path => this.forgotten.push(path),
    });
  }
  run(words) { return [this.program.run(words), this.program.written(1), this.program.written(2)]; }
  play(words) {
    const [status, , said] = this.run(words);
    if (status !== null) throw new Error(`${words.join(' ')}: ${said}`);
    return this;
  }
  /* What all styles are called. */
  styles() {
    const names = [];
    for (let name; (name = this.program.style(names.length)) && names.length < 30;) names.push(name);
    return names;
  }
  resize(columns, rows) { this.program.exports.resize(columns, rows); }
  picture() { return this.program.picture(); }
  key(name) { this.program.press([...name].length === 1 ? name.codePointAt(0) : this.program.key(name)); }
  keys(...lines) { for (const press of this.presses(lines)) press(); return this; }
  text() {
    const {columns, rows, cell} = this.picture();
    return Array.from({length: rows}, (_, row) =>
      Array.from({length: columns}, (_, column) => cell(column, row).text).join('').trimEnd()).join('\n') + '\n';
  }

  /* What the lines of a script do, as the program reads them: one press each. */
  presses(lines) {
    return lines.map(line => line.trim()).filter(line => line && !line.startsWith('#')).flatMap(line => {
      const [name, column, row] = line.split(' ');
      if (line.startsWith('text:')) return [...line.slice('text:'.length).trimStart()].map(c => () => this.key(c));
      if (name === 'Click') return [() => this.program.press(this.program.key('Click'), +column, +row)];
      return [() => this.key(line)];
    });
  }
}

export const bytes = text => ({bytes: new TextEncoder().encode(text), time: 0});
export const text = bytes => new TextDecoder().decode(bytes);

// ---- the program of this machine ----

export const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'veto-web-'));
process.on('exit', () => fs.rmSync(scratch, {recursive: true, force: true}));
const how = () => ({cwd: scratch, encoding: 'utf8', maxBuffer: 1 << 28,
  env: {LC_ALL: 'C.UTF-8', XDG_STATE_HOME: path.join(scratch, 'state')}});

/* As Run.run has it, in an empty folder with these files. */
export function here(words, files = new Map()) {
  fs.rmSync(scratch, {recursive: true, force: true});
  fs.mkdirSync(scratch);
  for (const [name, {bytes}] of files) fs.writeFileSync(path.join(scratch, name), bytes);
  const {status, stdout, stderr} = spawnSync(native, words, how());
  return [status, stdout, stderr];
}

/* All frames of a script, as one text. */
export function frames(operands, size, script, files = new Map()) {
  return here(['play', ...operands, '--size', size, '--keys', 'keys.txt'],
    new Map([...files, ['keys.txt', bytes(script.join('\n') + '\n')]]))[1];
}

export function frame(run) {
  const {columns, rows, cell, cursorColumn, cursorRow} = run.picture();
  let all = '';
  for (let row = 0; row < rows; row++) {
    const cells = Array.from({length: columns}, (_, column) => cell(column, row));
    all += cells.map(one => one.text).join('') + '\n';
    all += cells.map(one => String.fromCharCode('a'.charCodeAt(0) + one.style)).join('') + '\n';
  }
  return `${all}cursor ${cursorColumn} ${cursorRow}\n`;
}

/* The first line of two texts that is another. */
export function first(ours, theirs) {
  const lines = theirs.split('\n'), row = ours.split('\n').findIndex((line, i) => line !== lines[i]);
  return `line ${row}\n${ours.split('\n')[row]}\ninstead of\n${lines[row]}`;
}

/* Plays a script in a page's program, and tells where a frame is another than here; null: nowhere. */
export function differs(module, operands, size, script, files = new Map()) {
  const all = frames(operands, size, script, files), run = new Run(module, new Map([...files].map(([name, file]) => [`/${name}`, file])));
  let at = 0, step = 0;
  run.play(['play', ...operands]).resize(...size.split('x').map(Number));
  for (const press of [null, ...run.presses(script)]) {
    if (press) press();
    const now = frame(run);
    if (!all.startsWith(now, at)) return `in frame ${step}:\n${first(now, all.slice(at))}`;
    at += now.length;
    step++;
    if (run.picture().done) break;
  }
  return at === all.length ? null : `after frame ${step} there are more`;
}

// ---- TAP ----

let number = 0, failed = 0;

/* `why`: what is wrong, or null. */
export function result(title, why) {
  number++;
  if (why) failed++;
  console.log(`${why ? 'not ok' : 'ok'} ${number} - ${title}`);
  if (why) console.log(String(why).replace(/^/gm, '# '));
}

export async function test(title, work) {
  try {
    await work();
    result(title, null);
  } catch (error) {
    result(title, error.stack ?? error);
  }
}

export function same(ours, theirs) {
  if (ours !== theirs) throw new Error(typeof ours === 'string' && typeof theirs === 'string' ? first(ours, theirs) : `${ours} instead of ${theirs}`);
}

export function holds(text, part) {
  if (!text.includes(part)) throw new Error(`no '${part}' in\n${text}`);
}

export function done() {
  console.log(`1..${number}`);
  process.exitCode = failed ? 1 : 0;
}
