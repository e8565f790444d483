// test_reports.mjs PAGE PROGRAM: what the program of this machine writes as HTML, in Chromium: every
// scenario, and every report. With VETO_SHOTS=FOLDER it leaves pictures and sheets there. Speaks TAP.
import fs from 'node:fs';
import path from 'node:path';
import {Chromium} from './driver.mjs';
import {faults, print, showings} from './look.mjs';
import {bytes, done, here, scratch, test} from './run.mjs';

const record = name => path.resolve('tests/history', `${name}.csv`);
const scenarios = fs.readdirSync('scenarios').filter(name => name.endsWith('.yaml')).map(name => path.basename(name, '.yaml'));
const DRAFTS = 12;
const RUSSIA = 'members.RUS.veto_tendency';

/* Its drafts have long names, each at the head of a column. */
const many = new Map([['many.yaml', bytes(['veto: 1', 'title: Many', 'date: 2016-10-08', 'drafts:',
  ...Array.from({length: DRAFTS}, (_, i) => `  draft-with-a-rather-long-name-${i}: {title: T, leanings: {default: 0.1}}`), ''].join('\n'))]]);

const reports = [
  ...scenarios.map(name => `run ${name}`),
  'run korea-1950 --why',
  'odds aleppo-2016',
  `whatif aleppo-2016 --set ${RUSSIA}=0`,
  'flips aleppo-2016',
  'power charter-1965 g4 ufc african-union two-vetoes --bars',
  'power charter-1965 --bars',
  'power --in gaza-2023-october',
  'power --in many.yaml',
  `sweep aleppo-2016 --vary ${RUSSIA}=0:1:0.1`,
  `sweep aleppo-2016 --vary ${RUSSIA}=0:1:0.1 --chart`,
  `sweep aleppo-2016 --vary ${RUSSIA}=0:1:0.1 --vary members.CHN.openness=0:1:0.1 --chart`,
  'who 1950-06-25',
  'lesson',
  ...['class', 'teacher', 'roles', 'board'].map(sheet => `handout bangladesh-1971 --sheet ${sheet}`),
  ...['list', 'topics', 'show S/2016/846', 'check --problems', 'chart', 'under two-vetoes', `compare ${record('undl')}`]
    .map(action => `history ${record('sciencespo')} ${action}`),
  `history ${record('meetings')} meeting S/PV.7785`,
  `history ${record('made')} expect --date 1995-01-01`,
  `history ${record('made')} calibrate --from 1991`,
];

const browser = await Chromium.open(), shots = process.env.VETO_SHOTS;
for (const words of reports) {
  const title = words.replaceAll(path.resolve('tests/history') + '/', '');
  const keep = (where, pdf) => {
    const file = path.join(shots, `${title.replaceAll('/', '-')} ${where}`);
    return pdf ? fs.writeFileSync(`${file}.pdf`, pdf) : browser.shot(`${file}.png`);
  };
  await test(title, async () => {
    const [status, html, said] = here([...words.split(' '), '--html'], many), file = path.join(scratch, 'report.html');
    if (status) throw new Error(said);
    fs.writeFileSync(file, html);
    const found = await faults(browser, `file://${file}`, shots && keep);
    if (found.length) throw new Error(found.join('\n'));
  });
}
/* Sheets of A4 and Letter together, and one for a browser with other fonts. */
for (const [title, words, most] of [
  ['role cards stand close', ['handout', 'aleppo-2016', '--sheet', 'roles'], 10],
  ['charts leave no sheet nearly empty', ['history', record('made'), 'chart'], 8],
])
  await test(title, async () => {
    const [, html] = here([...words, '--html']), file = path.join(scratch, 'sheets.html');
    fs.writeFileSync(file, html);
    await browser.visit(`file://${file}`);
    let sheets = 0;
    for (const size of ['A4', 'Letter']) sheets += showings(await print(browser, size)).length;
    if (sheets > most) throw new Error(`${sheets} sheets of A4 and Letter together`);
  });
await browser.close();
done();
