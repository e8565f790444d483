// The machine that the program runs on: files in memory, a clock, and what page.h asks of the page.
// The page and the tests use it alike.

const OK = 0, BAD_FILE = 8, NO_FILE = 44, NOT_HERE = 52;
const TERMINAL = 2, FOLDER = 3, FILE = 4; // kinds of file, as WASI counts them

/* Thrown by what leaves the program: with its status, or as it stays to be used. */
class Left {
  constructor(status) { this.status = status; }
}

/* There is one folder. */
const fromRoot = path => '/' + path.replace(/^\.?\/+/, '');

const encoder = new TextEncoder(), decoder = new TextDecoder();

/* One run of the program. `files`: by path, {bytes, time}; `page`: save(path, bytes), keep(bytes or
 * null), forget(path). */
export class Program {
  constructor(module, files, page) {
    this.files = new Map([...files].map(([path, file]) => [fromRoot(path), file]));
    this.page = page;
    this.open = new Map([[3, {kind: FOLDER}]]);
    for (const standard of [0, 1, 2]) this.open.set(standard, {kind: TERMINAL, parts: []});
    const system = new Proxy(this, {get: (self, name) => self[name]?.bind(self) ?? (() => NOT_HERE)});
    this.exports = new WebAssembly.Instance(module, {
      wasi_snapshot_preview1: system,
      page: {
        save: (path, from, length) => page.save(this.text(path), this.copy(from, length)),
        keep: (from, length) => page.keep(from ? this.copy(from, length) : null),
        forget: path => page.forget(this.text(path)),
        stay: () => { throw new Left(null); },
      },
    }).exports;
    this.exports._initialize();
  }

  // ---- memory ----

  get bytes() { return new Uint8Array(this.exports.memory.buffer); }
  get view() { return new DataView(this.exports.memory.buffer); }
  copy(from, length) { return this.bytes.slice(from, from + length); }
  text(from, length) {
    const bytes = this.bytes;
    return decoder.decode(bytes.subarray(from, length === undefined ? bytes.indexOf(0, from) : from + length));
  }
  give(text) { // with a NUL behind it
    const bytes = encoder.encode(text + '\0'), at = this.exports.room(bytes.length);
    this.bytes.set(bytes, at);
    return at;
  }

  // ---- what the page calls ----

  /* A command line. What it returns is its status; null: it stays, and is played. */
  run(words) {
    const all = ['veto', ...words].map(word => this.give(word)), list = this.exports.room(4 * all.length + 4);
    [...all, 0].forEach((at, i) => this.view.setUint32(list + 4 * i, at, true));
    try {
      return this.exports.run(all.length, list);
    } catch (left) {
      if (left instanceof Left) return left.status;
      throw left;
    }
  }
  written(descriptor) { return this.open.get(descriptor).parts.join(''); }

  key(name) {
    const at = this.give(name), key = this.exports.key(at, encoder.encode(name).length);
    this.exports.release(at);
    return key;
  }
  press(key, column = 0, row = 0) { this.exports.press(key, column, row); }
  paste(text) {
    const at = this.give(text);
    this.exports.paste(at);
    this.exports.release(at);
  }

  /* What a style is called. */
  style(number) { return this.text(this.exports.style(number)); }

  /* What is to be seen: whole numbers as struct picture has them, and what the cells hold. */
  picture() {
    const at = this.exports.picture();
    if (!at) throw new Error('out of memory');
    const numbers = new Int32Array(this.exports.memory.buffer, at, 13), bytes = this.bytes;
    const [columns, rows, cursorColumn, cursorRow, cells, size, spots, spotCount, spotSize, ticks, asks, done, says] = numbers;
    const cell = (column, row) => {
      const from = cells + (row * columns + column) * size, end = from + size;
      return {text: decoder.decode(bytes.subarray(from, from + bytes[end - 3])), width: bytes[end - 2], style: bytes[end - 1]};
    };
    const spot = i => new Int32Array(this.exports.memory.buffer, spots + i * spotSize, 4);
    return {columns, rows, cursorColumn, cursorRow, cell, ticks, asks, done, says: says ? this.text(says) : '',
      spots: Array.from({length: spotCount}, (_, i) => [...spot(i)])};
  }

  /* The text of a scenario that ships, or ''. */
  source(word) {
    const at = this.exports.source(this.give(word)), [, from, length] = new Int32Array(this.exports.memory.buffer, at, 3);
    return at ? this.text(from, length) : '';
  }

  // ---- what the system is asked for ----

  find(path, length) { return this.files.get(fromRoot(this.text(path, length))); }
  stat(kind, file, to) {
    this.bytes.fill(0, to, to + 64);
    this.bytes[to + 16] = kind;
    this.view.setBigUint64(to + 24, 1n, true);
    this.view.setBigUint64(to + 32, BigInt(file?.bytes.length ?? 0), true);
    this.view.setBigUint64(to + 48, BigInt(file?.time ?? 0) * 1000000n, true);
    return OK;
  }
  each(list, count, use) { // of the pieces of memory that a list names
    let all = 0;
    for (let i = 0; i < count; i++) {
      const used = use(this.view.getUint32(list + 8 * i, true), this.view.getUint32(list + 8 * i + 4, true));
      all += used;
    }
    return all;
  }

  environ_sizes_get(count, size) {
    this.view.setUint32(count, 0, true);
    this.view.setUint32(size, 0, true);
    return OK;
  }
  environ_get() { return OK; }
  clock_time_get(clock, precision, to) {
    this.view.setBigUint64(to, BigInt(Date.now()) * 1000000n, true);
    return OK;
  }
  proc_exit(status) { throw new Left(status); }
  fd_prestat_get(descriptor, to) {
    if (descriptor !== 3) return BAD_FILE;
    this.view.setUint32(to, 0, true);
    this.view.setUint32(to + 4, 1, true);
    return OK;
  }
  fd_prestat_dir_name(descriptor, to) {
    this.bytes[to] = '/'.charCodeAt(0);
    return OK;
  }
  fd_fdstat_get(descriptor, to) {
    const file = this.open.get(descriptor);
    if (!file) return BAD_FILE;
    this.bytes.fill(0, to, to + 24);
    this.bytes[to] = file.kind;
    if (file.kind !== TERMINAL) this.bytes.fill(255, to + 8, to + 24); // all is allowed
    return OK;
  }
  fd_fdstat_set_flags() { return OK; }
  fd_filestat_get(descriptor, to) {
    const file = this.open.get(descriptor);
    return file ? this.stat(file.kind, file.of, to) : BAD_FILE;
  }
  path_filestat_get(descriptor, flags, path, length, to) {
    const file = this.find(path, length);
    return file ? this.stat(FILE, file, to) : NO_FILE;
  }
  path_open(folder, flags, path, length, how, rights, inherited, more, to) {
    const file = this.find(path, length), descriptor = Math.max(...this.open.keys()) + 1;
    if (!file) return NO_FILE;
    this.open.set(descriptor, {kind: FILE, of: file, at: 0});
    this.view.setUint32(to, descriptor, true);
    return OK;
  }
  fd_close(descriptor) { return this.open.delete(descriptor) ? OK : BAD_FILE; }
  fd_seek(descriptor, offset, from, to) {
    const file = this.open.get(descriptor);
    if (file?.kind !== FILE) return BAD_FILE;
    file.at = Number(offset) + [0, file.at, file.of.bytes.length][from];
    this.view.setBigUint64(to, BigInt(file.at), true);
    return OK;
  }
  fd_read(descriptor, list, count, to) {
    const file = this.open.get(descriptor);
    const used = this.each(list, count, (at, length) => {
      if (file?.kind !== FILE) return 0;
      const part = file.of.bytes.subarray(file.at, file.at + length);
      this.bytes.set(part, at);
      file.at += part.length;
      return part.length;
    });
    this.view.setUint32(to, used, true);
    return OK;
  }
  fd_write(descriptor, list, count, to) {
    const file = this.open.get(descriptor);
    if (file?.kind !== TERMINAL) return BAD_FILE;
    file.stream ??= new TextDecoder();
    const used = this.each(list, count, (at, length) => {
      file.parts.push(file.stream.decode(this.copy(at, length), {stream: true}));
      return length;
    });
    this.view.setUint32(to, used, true);
    return OK;
  }
}
