// The program of a page under node, and scripts of keys for it.
import fs from 'node:fs';
import {Program} from '../host.js';
import {bytesOf, unpack} from '../unpack.js';

/* The program that is in a page. */
export function load(page) {
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
  play(words) {
    const status = this.program.run(words);
    if (status !== null) throw new Error(`${words.join(' ')}: ${this.program.written(2)}`);
    return this;
  }
  resize(columns, rows) { this.program.exports.resize(columns, rows); }
  picture() { return this.program.picture(); }
  key(name) { this.program.press([...name].length === 1 ? name.codePointAt(0) : this.program.key(name)); }
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
