// The page: draws the cells, passes on keys, taps and text, and keeps bytes. What there is to say,
// to decide and to lay out is the program's.
import {Program} from './host.js';
import {bytesOf, unpack} from './unpack.js';

const $ = id => document.getElementById(id);
const screen = $('screen'), type = $('type');
const LEAST_COLUMNS = 50, LEAST_ROWS = 24, LEAST_TYPE = 12, LINE = 1.17; // of the height of the type
const opened = new Map(); // the files that the user opened, by path
let mine = {};            // the program that is on screen, and what goes with it: see begin()
let module, licences, picture, ticking, drawn = [];

// ---- what is kept ----

/* Some browsers refuse storage to a file, and throw. */
const storage = {
  prefix: 'veto-unfinished-',
  all() {
    try {
      return Object.keys(localStorage).filter(key => key.startsWith(this.prefix)).sort().reverse()
        .map(key => ({key, time: +key.slice(this.prefix.length), text: localStorage.getItem(key)}));
    } catch { return []; }
  },
  set(key, text) { try { localStorage.setItem(key, text); } catch { /* nothing is kept */ } },
  remove(key) { try { localStorage.removeItem(key); } catch { /* there is none */ } },
};

function download(name, bytes, kind = 'text/plain') {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], {type: kind}));
  link.download = name.replace(/^.*\//, '');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/* What the program asks of the page. */
function asked(run) {
  return {
    save: download,
    keep(bytes) {
      run.kept = bytes;
      run.key ??= storage.prefix + Date.now();
      if (!bytes) storage.remove(run.key);
      else if (!run.quiet) storage.set(run.key, new TextDecoder().decode(bytes));
    },
    forget(path) { storage.remove(run.unfinished[+path.replace(/.*\//, '')]?.key); },
  };
}

// ---- programs ----

/* Runs a command line beside what is on screen, with these files. */
function aside(words, more = new Map()) {
  const program = new Program(module, new Map([...opened, ...more]), asked({unfinished: [], quiet: true}));
  try {
    return {program, status: program.run(words), out: () => program.written(1), said: () => program.written(2)};
  } catch (error) { // what is on screen goes on
    return {program, status: 3, out: () => '', said: () => String(error)};
  }
}

/* Puts a command line of `play` on screen, or says why not. `more`: files for it alone; `same`: of
 * an earlier run, whose session it goes on with. */
function begin(words, more = new Map(), same = {}) {
  const run = {words, unfinished: storage.all(), key: same.key, kept: same.kept};
  const files = new Map([...opened, ...more]), zone = new Date().getTimezoneOffset() * 60000;
  run.unfinished.forEach(({time, text}, i) =>
    files.set(`/unfinished/${i}`, {bytes: new TextEncoder().encode(text), time: time - zone}));
  run.program = new Program(module, files, asked(run));
  const status = run.program.run(words);
  if (status !== null) return run.program.written(2) || run.program.written(1);
  mine = run;
  drawn = [];
  screen.replaceChildren();
  fit();
  return null;
}

function browse() { begin(['play', ...opened.keys()]); }

/* After a trap nothing of the program can be trusted: a fresh one goes on from what was kept; where that
 * traps too, one from the beginning; and a third time the page says what to do. */
let traps = 0; // one after the other
function afresh() {
  if (++traps > 2) { tell($('stopped').textContent); return; }
  const path = '/kept.session.yaml';
  const kept = traps === 1 && mine.kept && new Map([[path, {bytes: mine.kept, time: Date.now()}]]);
  if (!kept || begin(['play', path], kept, mine) !== null) begin(['play']);
  mine.program.exports.afresh();
  draw();
}

// ---- drawing ----

function element(name, style, text) {
  const made = document.createElement(name);
  if (style) made.className = style;
  if (text) made.textContent = text;
  return made;
}

/* The pieces of a row that have one style and one spot. */
function pieces(row, spots) {
  const all = [];
  for (let column = 0; column < picture.columns; column++) {
    const {text, width, style} = picture.cell(column, row), spot = spots[column] ?? -1;
    const last = all[all.length - 1];
    if (last && last.style === style && last.spot === spot) {
      last.text += text;
      last.columns++;
    } else if (width || !last) all.push({text, style, spot, column, columns: 1});
    else last.columns++;
  }
  return all;
}

function fill(line, all) {
  let holder = line, spot = -1;
  line.replaceChildren();
  for (const piece of all) {
    if (piece.spot !== spot) {
      spot = piece.spot;
      holder = spot < 0 ? line : line.appendChild(element('span'));
      if (spot >= 0) {
        holder.setAttribute('role', 'button');
        holder.dataset.column = piece.column;
      }
    }
    const part = element('span', mine.program.style(piece.style), piece.text);
    part.style.width = `${piece.columns}ch`;
    holder.append(part);
  }
}

function draw() {
  picture = mine.program.picture();
  if (picture.done) { browse(); return; }
  const {columns, rows} = picture, spots = Array.from({length: rows}, () => []);
  picture.spots.forEach(([column, row, wide, high], i) => {
    for (let y = row; y < row + high; y++) for (let x = column; x < column + wide; x++) spots[y][x] = i;
  });
  while (screen.children.length < rows) screen.append(element('div', 'row-of-cells'));
  while (screen.children.length > rows) screen.lastChild.remove();
  for (let row = 0; row < rows; row++) {
    const all = pieces(row, spots[row]), line = screen.children[row], now = JSON.stringify([columns, all]);
    if (drawn[row] === now) continue;
    drawn[row] = now;
    line.style.width = `${columns}ch`;
    line.dataset.row = row;
    fill(line, all);
  }
  if ($('say').textContent !== picture.says) $('say').textContent = picture.says;
  clearTimeout(ticking);
  if (picture.ticks) ticking = setTimeout(() => press('Tick'), picture.ticks);
}

/* The largest type with room for a wide layout, else a usual one, else a narrow one. */
function size(width, height, ratio) {
  for (const [columns, least] of [[120, 16], [80, LEAST_TYPE], [LEAST_COLUMNS + 4, LEAST_TYPE]]) {
    const type = Math.min(width / columns / ratio, height / LEAST_ROWS / LINE);
    if (type >= least) return type;
  }
  return LEAST_TYPE;
}

/* Rows are as high as whole dots of the screen, or lines from one to the next would have gaps. */
function fit() {
  const probe = screen.appendChild(element('span', '', 'M'.repeat(100)));
  probe.style.fontSize = '100px';
  const ratio = probe.getBoundingClientRect().width / 10000;
  probe.remove();
  document.body.style.height = `${visualViewport.height * visualViewport.scale}px`; // a keyboard takes of it
  const {clientWidth, clientHeight} = screen, type = Math.floor(size(clientWidth, clientHeight, ratio) * 100) / 100;
  const row = Math.floor(type * LINE * devicePixelRatio) / devicePixelRatio;
  screen.style.fontSize = `${type}px`;
  screen.style.setProperty('--row', `${row}px`);
  mine.program.exports.resize(Math.max(LEAST_COLUMNS, Math.floor(clientWidth / (type * ratio) + .01)),
    Math.max(LEAST_ROWS, Math.floor(clientHeight / row + .01)));
  draw();
}

// ---- the hand ----

const NAMES = {' ': 'Space', Escape: 'Esc', ArrowLeft: 'Left', ArrowRight: 'Right', ArrowUp: 'Up',
  ArrowDown: 'Down', PageUp: 'Page-Up', PageDown: 'Page-Down'};

/* A character, or a key as the browser or the program calls it; false: there is no such key. */
function press(name, column, row) {
  const key = [...name].length === 1 && name !== ' ' ? name.codePointAt(0) : mine.program.key(NAMES[name] ?? name);
  if (!key) return false;
  mine.program.press(key, column, row);
  draw();
  traps = 0;
  return true;
}

const busy = () => document.querySelector('dialog[open]');

document.addEventListener('keydown', event => {
  if (event.key === 'F6') {
    (document.activeElement === $('menu') ? screen : $('menu')).focus();
    event.preventDefault();
  }
  if (busy() || event.isComposing || event.target.closest('#bar')) return;
  const composes = event.getModifierState('AltGraph') || event.altKey && /^[^\p{L}\p{N}]$/u.test(event.key); // as Option does [
  if ((event.ctrlKey || event.metaKey || event.altKey) && !composes) return; // the browser's
  if (press(event.shiftKey && event.key === 'Tab' ? 'Shift-Tab' : event.key)) event.preventDefault();
});

/* The keyboard of a telephone types into a field, and says no key: what is gone from the field was taken
 * back, and what is new was typed. A word that is still being made up stays there; else there is one
 * blank, so that there is something to take back. */
let typed = type.value;
type.addEventListener('focus', () => type.setSelectionRange(typed.length, typed.length));
type.addEventListener('input', event => {
  const before = [...typed], now = [...type.value];
  const other = before.findIndex((letter, i) => letter !== now[i]), alike = other < 0 ? before.length : other;
  if (!event.isComposing) type.value = '\u00a0';
  typed = type.value;
  before.slice(alike).forEach(() => press('Backspace'));
  now.slice(alike).forEach(letter => press(letter));
});

screen.addEventListener('click', event => {
  const line = event.target.closest('.row-of-cells'), button = event.target.closest('[role=button]');
  if (!line) return;
  const box = line.getBoundingClientRect();
  const inside = event.clientX >= box.left && event.clientX < box.right && event.detail > 0;
  press('Click', inside ? Math.floor((event.clientX - box.left) / box.width * picture.columns)
    : +(button?.dataset.column ?? 0), +line.dataset.row);
  if (picture.asks) type.focus();
});

/* Swipes: sideways on and back, up and down as a wheel does, a line every so many dots. Where there is more
 * than can be seen at once, the browser moves it. */
const LINE_STEP = 24;
const larger = () =>
  visualViewport.scale > 1.01 || screen.scrollWidth > screen.clientWidth || screen.scrollHeight > screen.clientHeight;
let touch = null;
screen.addEventListener('touchstart', event => {
  const {clientX: x, clientY: y} = event.touches[0];
  touch = event.touches.length === 1 && !larger() ? {x, y, scrolls: false} : null;
}, {passive: true});
screen.addEventListener('touchmove', event => {
  if (!touch) return;
  event.preventDefault();
  const {clientX: x, clientY: y} = event.touches[0], down = y > touch.y;
  if (!touch.scrolls && Math.abs(x - touch.x) > Math.abs(y - touch.y)) return;
  for (; Math.abs(y - touch.y) >= LINE_STEP; touch.y += down ? LINE_STEP : -LINE_STEP) {
    touch.scrolls = true;
    press(down ? 'Wheel-Up' : 'Wheel-Down');
  }
}, {passive: false});
screen.addEventListener('touchend', event => {
  const across = touch && !touch.scrolls ? event.changedTouches[0].clientX - touch.x : 0;
  if (Math.abs(across) > 50) press(across < 0 ? 'Right' : 'Left');
  touch = null;
}, {passive: true});

/* A wheel turns by notches, of a line each; a touchpad moves by many small steps. */
let turned = 0;
screen.addEventListener('wheel', event => {
  if (event.ctrlKey) return; // which enlarges
  turned += event.deltaMode ? event.deltaY * LINE_STEP : event.deltaY;
  if (Math.abs(turned) < LINE_STEP) return;
  press(turned < 0 ? 'Wheel-Up' : 'Wheel-Down');
  turned = 0;
}, {passive: true});

$('bar').addEventListener('click', event => {
  const {key} = event.target.dataset;
  if (key) press(key);
  if (key && event.detail) screen.focus(); // a finger or a mouse, not a key
});
$('keys').addEventListener('click', () => type.focus());

const refit = () => mine.program && fit();
addEventListener('resize', refit);
visualViewport.addEventListener('resize', refit);
matchMedia('(pointer: coarse)').addEventListener('change', refit); // which has other buttons

// ---- files ----

const own = path => opened.has(path) && new TextDecoder().decode(opened.get(path).bytes);

function tell(text) {
  $('said').textContent = text;
  if (!$('message').open) $('message').showModal();
}

/* Puts a file among those opened, and plays it; where that cannot be, it is edited. */
function take(name, bytes) {
  const path = name.replace(/^.*[/\\]/, '').replace(/^-/, '_') || 'scenario.yaml';
  opened.set(path, {bytes, time: Date.now()});
  const why = begin(['play', path]);
  if (why === null) return;
  if (bytes.length > 1 << 20 || bytes.includes(0)) {
    opened.delete(path);
    tell(why);
  } else edit(path, own(path));
}

/* What cannot be read, as a folder, is told: it is no trap. */
async function takeAll(files) {
  for (const file of files) {
    const bytes = await file.arrayBuffer().catch(error => tell(String(error)));
    if (bytes) take(file.name, new Uint8Array(bytes));
  }
}

$('file').addEventListener('change', event => {
  takeAll(event.target.files).then(() => { event.target.value = ''; });
});
addEventListener('dragover', event => event.preventDefault());
addEventListener('drop', event => {
  event.preventDefault();
  takeAll(event.dataTransfer.files);
});
document.addEventListener('paste', event => {
  if (busy()) return;
  const text = event.clipboardData.getData('text');
  event.preventDefault();
  if (text.includes('\n') && !picture.asks) take('pasted.yaml', new TextEncoder().encode(text));
  else {
    mine.program.paste(text);
    draw();
  }
});

// ---- a scenario of one's own ----

let edited = 'scenario.yaml';
const bytes = () => new TextEncoder().encode($('text').value);

function check() {
  $('mistakes').textContent = aside(['check', edited], new Map([[edited, {bytes: bytes(), time: 0}]])).said();
}

function edit(path, text) {
  edited = path;
  $('text').value = text;
  $('text').setSelectionRange(0, 0);
  check();
  if (!$('editor').open) $('editor').showModal();
}

let checking;
$('text').addEventListener('input', () => {
  clearTimeout(checking);
  checking = setTimeout(check, 300);
});
$('play').addEventListener('click', () => {
  $('editor').close();
  take(edited, bytes());
});
$('save').addEventListener('click', () => download(edited, bytes()));

// ---- hand-outs ----

/* What is being played, as a session; null: nothing is. */
function session() {
  mine.quiet = true; // it is not unfinished for having been asked for
  const there = mine.program.exports.session();
  mine.quiet = false;
  return there ? mine.kept : null;
}

function hand(sheet) {
  const path = 'now.session.yaml', now = session();
  if (!now) { tell($('link-none').textContent); return; }
  const made = aside(['handout', path, '--sheet', sheet], new Map([[path, {bytes: now, time: 0}]]));
  if (made.status !== 0) { tell(made.said()); return; }
  $('paper').srcdoc = made.out();
  $('keep').onclick = () => download(`${sheet}.html`, made.out(), 'text/html');
  $('sheet').showModal();
}
$('print').addEventListener('click', () => $('paper').contentWindow.print());

// ---- links ----

const squeeze = async (bytes, stream) =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
const toLink = bytes => btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const fromLink = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));

async function copy() {
  const now = session(), most = 8000;
  if (!now) return $('link-none').textContent;
  const link = `${location.href.replace(/#.*/, '')}#session=${toLink(await squeeze(now, new CompressionStream('deflate-raw')))}`;
  if (link.length > most) return $('link-long').textContent;
  try { await navigator.clipboard.writeText(link); } catch { return link; }
  return $('link-copied').textContent;
}

/* `#WORD&PATH=VALUE&--OPTION`, or `#session=...`. Whatever it holds, the program reads it as it reads
 * a command line, and what it says comes out as text. */
async function follow() {
  const hash = location.hash.slice(1), most = 1 << 24;
  if (!hash) return browse();
  try {
    if (hash.startsWith('session=')) {
      const text = await squeeze(fromLink(hash.slice(8)), new DecompressionStream('deflate-raw'));
      return opening(['play', 'link.session.yaml'], new Map([['link.session.yaml', {bytes: text.subarray(0, most), time: 0}]]));
    }
    const [word, ...parts] = hash.split('&').map(decodeURIComponent);
    const words = parts.flatMap(part => part.startsWith('--') ? [part] : ['--set', part]);
    opening(['play', ...words, '--', word], new Map());
  } catch (error) {
    browse();
    tell(String(error));
  }
}

function opening(words, files) {
  const why = begin(words, files);
  if (why === null) return;
  browse();
  tell(why);
}
addEventListener('hashchange', follow);

// ---- the menu ----

const does = {
  browse,
  pick: () => $('file').click(),
  write() {
    const made = aside(['new', String(new Date().getFullYear())]);
    if (made.status === 0) edit('scenario.yaml', made.out());
    else tell(made.said());
  },
  edit() {
    const word = mine.words.at(-1), text = own(word) || mine.program.source(word);
    edit(own(word) ? word : `my-${word}.yaml`, text);
  },
  link: () => copy().then(tell),
  licences: () => tell(licences),
  close: () => undefined,
};
document.addEventListener('click', event => {
  const {does: what, sheet} = event.target.dataset;
  if (!what && !sheet) return;
  event.target.closest('dialog')?.close();
  if (sheet) hand(sheet);
  else does[what]();
});
$('menu').addEventListener('click', () => $('choice').showModal());
for (const dialog of document.querySelectorAll('dialog')) dialog.addEventListener('close', () => screen.focus());

// ---- the beginning ----

async function main() {
  const [size, more, packed] = $('program').textContent.split(' ');
  const bytes = unpack(bytesOf(packed), +size + +more);
  licences = new TextDecoder().decode(bytes.subarray(+size));
  module = await WebAssembly.compile(bytes.subarray(0, +size));
  for (const failure of ['error', 'unhandledrejection']) addEventListener(failure, () => queueMicrotask(afresh));
  await follow();
  screen.focus();
}
main();
