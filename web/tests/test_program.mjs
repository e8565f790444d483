// test_program.mjs PAGE FRAMES: what the program in the page does beside showing frames: files, sessions,
// hand-outs, messages, links, and the end of its memory. Speaks TAP.
import fs from 'node:fs';
import {bytes, differs, done, here, holds, load, result, Run, same, test, text} from './run.mjs';

const module = load();
const fresh = (files = []) => new Run(module, new Map(files));

/* A command line with these files gives the same here and there: status, results, messages. */
function alike(words, files = []) {
  const [status, out, said] = fresh(files.map(([name, file]) => [`/${name}`, file])).run(words);
  const [theirs, written, told] = here(words, new Map(files));
  same(status, theirs);
  same(out, written);
  same(said, told);
}

for (const sheet of ['class', 'teacher', 'roles', 'board'])
  await test(`hand-out: ${sheet}`, () => alike(['handout', 'aleppo-2016', '--sheet', sheet, '--set', 'members.RUS.veto_tendency=0']));

await test('a new scenario', () => alike(['new', '2016']));

for (const file of fs.readdirSync('tests/bad').filter(name => name.endsWith('.yaml')).sort())
  await test(`mistakes of ${file}`, () => alike(['check', file], [[file, {bytes: fs.readFileSync(`tests/bad/${file}`), time: 0}]]));

await test('nested without end', () => alike(['check', 'deep.yaml'], [['deep.yaml', bytes('['.repeat(100000))]]));
await test('a file that is not there', () => alike(['check', 'gone.yaml']));

/* Without commands that the page does not have. */
for (const [word, told] of [['alepo-2016', "no scenario 'alepo-2016'; did you mean 'aleppo-2016'?"],
  ['membership', "no scenario 'membership'; on the topic 'Admission of new members' there is 'palestine-2024'"],
  ['cyprus', "no scenario and no file 'cyprus'"]])
  await test(`no scenario ${word}`, () => same(fresh().run(['play', '--', word]).join('|'), `1||veto: ${told}\n`));
await test('no such option', () => same(fresh().run(['play', '--quickly', '--', 'gaza-2024']).join('|'), "2||veto: unknown option '--quickly'\n"));

for (const name of fs.readdirSync('scenarios').filter(name => name.endsWith('.yaml')))
  await test(`source of ${name}`, () => same(fresh().program.source(name.replace('.yaml', '')), fs.readFileSync(`scenarios/${name}`, 'utf8')));
await test('source of what does not ship', () => same(fresh().program.source('nowhere'), ''));

await test('every style has a name, and a rule or none on purpose', () => {
  const sheet = fs.readFileSync('web/page.css', 'utf8'), names = new Set(fresh().styles());
  for (const name of names) if (name !== 'plain') holds(sheet, `.${name}`);
  const styles = /enum style \{(.*?)\bSTYLES,/s.exec(fs.readFileSync('src/view/frame.h', 'utf8'))[1];
  same(names.size, styles.match(/\bSTYLE_/g).length);
});

// ---- histories ----

for (const name of ['sciencespo.csv', 'undl.csv', 'meetings.csv']) {
  const files = new Map([[name, {bytes: fs.readFileSync(`tests/history/${name}`), time: 0}]]);
  result(`votes of ${name}`, differs(module, [name], '80x24',
    ['Down', 'Right', 'text:vetoed', 'Down', 'Esc', 'Enter', 'Space', 'v', 'Space', 'w', 'Esc', 'q', 'End', 'Enter', 'q'], files));
}

// ---- sessions ----

const change = ['Space', 'w', 'Down', 'y', 'Esc', 'v', '.', '.', '.'];

await test('a session is saved, and taken up again', () => {
  const run = fresh().play(['play', 'aleppo-2016']).keys(...change, 's', 'Ctrl-U', 'text: mine.yaml', 'Enter');
  holds(run.text(), 'The session is saved');
  const saved = run.saved.get('mine.yaml'), again = fresh([['/mine.yaml', {bytes: saved, time: 0}]]).play(['play', 'mine.yaml']);
  holds(again.text(), 'Taken up where it was left');
  again.keys('Left', '.');
  run.keys('Left', '.');
  same(again.text(), run.text());
});

await test('a transcript is saved', () => {
  const run = fresh().play(['play', 'aleppo-2016']).keys(...change, 'T', 'Ctrl-U', 'text: t.txt', 'Enter');
  holds(text(run.saved.get('t.txt')), 'S/2016/846');
});

await test('what is unfinished is kept, offered again and forgotten', () => {
  const run = fresh().play(['play', 'aleppo-2016']).keys(...change);
  const file = {bytes: run.kept, time: Date.UTC(2026, 10, 25, 20, 31)}, next = fresh([['/unfinished/0', file]]).play(['play']);
  holds(next.text(), '1 change, left 2026-11-25 20:31');
  next.keys('Enter', '.');
  same(next.forgotten.join(), '/unfinished/0');
  same(text(next.kept).includes('aleppo-2016'), true);
  next.keys('q', 'q');
  same(next.kept, null);
});

await test('a session of now is had without a key', () => {
  const run = fresh().play(['play', 'aleppo-2016']);
  same(run.kept, undefined);
  same(run.program.exports.session(), 1);
  holds(text(run.kept), 'veto_session');
  same(fresh().play(['play']).program.exports.session(), 0);
});

// ---- the end of memory ----

await test('memory that runs out is a trap, and what was kept is gone on with', () => {
  const run = fresh().play(['play', 'aleppo-2016']).keys(...change);
  let trapped = false;
  for (let size = 1 << 24; size >= 16; size >>= 1) while (run.program.exports.room(size)) continue;
  try {
    for (let i = 0; i < 100; i++) { run.keys('w', 'Esc', 'o', 'Esc'); run.picture(); }
  } catch { trapped = true; }
  same(trapped, true);
  const next = fresh([['/kept.session.yaml', {bytes: run.kept, time: 0}]]).play(['play', '/kept.session.yaml']);
  next.program.exports.afresh();
  holds(next.text(), 'Something went wrong, such as memory that ran out; this is where you were');
  same(next.keys('Left', '.').text(), fresh().play(['play', 'aleppo-2016']).keys(...change, 'Left', '.').text());
});

// ---- links ----

for (const [name, words] of [
  ['markup', ['<img src=x onerror=alert(1)>']],
  ['a path', ['../../../../etc/passwd']],
  ['standard input', ['-']],
  ['an override that is none', ['aleppo-2016', '--set', 'nothing']],
  ['an override of nobody', ['aleppo-2016', '--set', 'members.XXX.veto_tendency=0']],
  ['a control sequence', ['\x1b[2J\u202e']],
  ['a long word', ['a'.repeat(1 << 16)]],
]) await test(`a link with ${name} is told, not obeyed`, () => {
  const [operand, ...sets] = words, [status, , said] = fresh().run(['play', ...sets, '--', operand]);
  same(status, 1);
  same(/[\x00-\x09\x0b-\x1f\u202e]/.test(said), false);
});

done();
