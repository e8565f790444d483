// test_firefox.mjs PAGE: the walk in Firefox, where Debian's firefox-esr is. Speaks TAP.
import {spawnSync} from 'node:child_process';
import {Firefox} from './driver.mjs';
import {done} from './run.mjs';
import {chromebook, testsIn, walk} from './walk.mjs';

if (spawnSync('firefox-esr', ['--version']).error) console.log('# firefox-esr is not here: left out');
else {
  const browser = await Firefox.open();
  await walk(testsIn(browser), {firefox: chromebook});
  await browser.close();
}
done();
