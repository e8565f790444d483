// Browsers, driven as WebDriver (W3C) has it, without packages: Chromium by Debian's chromedriver, WebKit by its
// WebKitWebDriver, Firefox by the protocol that geckodriver would speak with it.
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'; // of the standard

/* What all can do, by `at`: a command of the standard. */
class Browser {
  constructor() { this.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'veto-browser-')); }
  start(program, args, more) {
    this.process = spawn(program, args, more);
    return new Promise((resolve, reject) => {
      this.process.on('error', reject);
      this.process.on('spawn', resolve);
    });
  }
  async close() {
    await this.end().catch(() => undefined);
    this.process.kill();
    await new Promise(resolve => this.process.exitCode === null ? this.process.on('close', resolve) : resolve());
    fs.rmSync(this.folder, {recursive: true, force: true});
  }

  /* Also where only what is behind the # is another: the page is loaded anew. */
  async visit(address) {
    await this.at('POST', '/url', {url: 'about:blank'});
    await this.at('POST', '/url', {url: address});
  }
  async go(address) {
    await this.visit(address);
    await this.until('the first frame', 'return !!document.querySelector("#screen .row-of-cells")');
  }
  run(script, ...args) { return this.at('POST', '/execute/sync', {script, args}); }
  async until(what, script, ...args) {
    for (let i = 0; i < 600; i++) {
      if (await this.run(script, ...args)) return;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    throw new Error(`waited in vain for ${what}; on screen:\n${await this.screen()}`);
  }

  screen() {
    return this.run(`return [...document.querySelectorAll("#screen .row-of-cells")]
      .map(line => line.textContent.replace(/ +$/, "")).join("\\n") + "\\n"`);
  }
  shows(text) { return this.until(`'${text}'`, 'return document.getElementById("screen").textContent.includes(arguments[0])', text); }

  /* Characters, or keys by their code points in the standard (U+E000 and on). */
  async type(text) {
    const actions = [...text].flatMap(value => [{type: 'keyDown', value}, {type: 'keyUp', value}]);
    await this.at('POST', '/actions', {actions: [{type: 'key', id: 'keys', actions}]});
  }
  /* A finger from one place to another, or to the same: a tap. */
  async finger([x, y], [toX, toY] = [x, y]) {
    const steps = Array.from({length: 5}, (_, i) => (i + 1) / 5);
    const moves = toX === x && toY === y ? [] : steps.map(part =>
      ({type: 'pointerMove', duration: 20, x: Math.round(x + (toX - x) * part), y: Math.round(y + (toY - y) * part)}));
    const actions = [{type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y)}, {type: 'pointerDown', button: 0},
      ...moves, {type: 'pointerUp', button: 0}];
    await this.at('POST', '/actions', {actions: [{type: 'pointer', id: 'finger', parameters: {pointerType: 'touch'}, actions}]});
  }
  async element(selector) {
    return (await this.at('POST', '/element', {using: 'css selector', value: selector}))[ELEMENT];
  }
  async click(selector) { await this.at('POST', `/element/${await this.element(selector)}/click`, {}); }
  async size(width, height) {
    const [across, down] = await this.run('return [outerWidth - innerWidth, outerHeight - innerHeight]');
    await this.at('POST', '/window/rect', {width: width + across, height: height + down});
  }
  /* As it was when it was opened. */
  async afresh() { await this.run('localStorage.clear()'); }
  async complaints() { return ''; }
  async shot(file) { fs.writeFileSync(file, Buffer.from(await this.at('GET', '/screenshot'), 'base64')); }
}

/* By a program that is asked over HTTP. */
class Driven extends Browser {
  async session(wanted) {
    const made = await this.ask('POST', '/session', {capabilities: {alwaysMatch: wanted}});
    this.where = `/session/${made.sessionId}`;
    return this;
  }
  end() { return this.at('DELETE', ''); }

  async ask(method, where, body) {
    const answer = await fetch(`http://127.0.0.1:${this.port}${where}`,
      {method, body: body && JSON.stringify(body), headers: {'content-type': 'application/json'}});
    const {value} = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
  at(method, where, body) { return this.ask(method, this.where + where, body); }
}

export class Chromium extends Driven {
  static async open(more = []) {
    const browser = new Chromium();
    await browser.start('chromedriver', ['--port=0'], {stdio: ['ignore', 'pipe', 'ignore']});
    browser.port = await new Promise((resolve, reject) => {
      let said = '';
      browser.process.stdout.on('data', data => {
        said += data;
        const port = /started successfully on port (\d+)/.exec(said);
        if (port) resolve(+port[1]);
      });
      browser.process.on('exit', () => reject(new Error(`chromedriver ended: ${said}`)));
    });
    const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND', // no network
      `--user-data-dir=${browser.folder}`, ...more];
    return browser.session({'goog:chromeOptions': {args}, 'goog:loggingPrefs': {browser: 'ALL'}});
  }
  devtools(cmd, params = {}) { return this.at('POST', '/goog/cdp/execute', {cmd, params}); }

  /* A screen, of a telephone or not. */
  async size(width, height, {mobile = false, scale = 1} = {}) {
    await this.devtools('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: scale, mobile});
    await this.devtools('Emulation.setTouchEmulationEnabled', {enabled: mobile});
  }
  /* What a user has set: media('prefers-color-scheme', 'dark'). */
  media(name, value) { return this.devtools('Emulation.setEmulatedMedia', {features: name ? [{name, value}] : []}); }
  async afresh() {
    await this.media();
    await this.devtools('Storage.clearDataForOrigin', {origin: 'file://', storageTypes: 'all'});
  }
  async complaints() { return (await this.at('POST', '/se/log', {type: 'browser'})).map(entry => entry.message).join('\n'); }
}

/* The engine of Safari, in its own small browser, on a screen that is only memory. */
export class WebKit extends Driven {
  static async open() {
    const browser = new WebKit();
    browser.display = spawn('Xvfb', ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '1600x1200x24'],
      {stdio: ['ignore', 'pipe', 'ignore']});
    const number = await new Promise((resolve, reject) => {
      browser.display.on('error', reject);
      browser.display.stdout.once('data', data => resolve(`${data}`.trim()));
    });
    browser.port = await freePort();
    const env = {...process.env, DISPLAY: `:${number}`, HOME: browser.folder};
    await browser.start('WebKitWebDriver', [`--port=${browser.port}`], {stdio: 'ignore', env});
    for (let i = 0; i < 200 && !await browser.ask('GET', '/status').catch(() => false); i++)
      await new Promise(resolve => setTimeout(resolve, 50));
    return browser.session({});
  }
  async close() {
    await super.close();
    this.display.kill();
  }
}

function freePort() {
  return new Promise(resolve => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });
}

/* Commands of the standard, as Marionette calls them. */
const MARIONETTE = {'POST /url': 'WebDriver:Navigate', 'POST /execute/sync': 'WebDriver:ExecuteScript', 'POST /actions': 'WebDriver:PerformActions',
  'POST /window/rect': 'WebDriver:SetWindowRect', 'POST /element': 'WebDriver:FindElement',
  'POST /click': 'WebDriver:ElementClick', 'GET /screenshot': 'WebDriver:TakeScreenshot'};

export class Firefox extends Browser {
  static async open() {
    const browser = new Firefox(), port = path.join(browser.folder, 'MarionetteActivePort');
    fs.writeFileSync(path.join(browser.folder, 'user.js'), 'user_pref("marionette.port", 0);\n');
    await browser.start('firefox-esr', ['--headless', '--marionette', '--no-remote', '--profile', browser.folder], {stdio: 'ignore'});
    while (!fs.existsSync(port) && browser.process.exitCode === null) await new Promise(resolve => setTimeout(resolve, 50));
    browser.waiting = new Map();
    browser.socket = net.connect(+fs.readFileSync(port, 'utf8'), '127.0.0.1');
    browser.listen();
    await browser.command('WebDriver:NewSession', {});
    return browser;
  }
  end() { return this.command('Marionette:Quit', {flags: ['eForceQuit']}); }

  /* Messages are a length, a colon, and so many bytes: [1, number, error, result]. */
  listen() {
    let bytes = Buffer.alloc(0);
    this.socket.on('data', data => {
      bytes = Buffer.concat([bytes, data]);
      for (let colon; (colon = bytes.indexOf(':')) > 0;) {
        const end = colon + 1 + +bytes.subarray(0, colon);
        if (bytes.length < end) break;
        const [, number, error, result] = [JSON.parse(bytes.subarray(colon + 1, end))].flat();
        bytes = bytes.subarray(end);
        const {resolve, reject} = this.waiting.get(number) ?? {};
        if (error) reject(new Error(`${error.error}: ${error.message}`));
        else resolve?.(result);
      }
    });
  }
  command(name, body) {
    const number = this.waiting.size + 1, message = JSON.stringify([0, number, name, body]);
    this.socket.write(`${Buffer.byteLength(message)}:${message}`);
    return new Promise((resolve, reject) => this.waiting.set(number, {resolve, reject}));
  }
  async at(method, where, body = {}) {
    const [, id] = /^\/element\/(.*)\/click/.exec(where) ?? [];
    const result = await this.command(MARIONETTE[`${method} ${id ? '/click' : where}`], id ? {id} : body);
    return result && 'value' in result ? result.value : result;
  }
}

export const KEYS = {Enter: '\uE007', Esc: '\uE00C', Tab: '\uE004', Backspace: '\uE003', Left: '\uE012', Right: '\uE014',
  Up: '\uE013', Down: '\uE015', PageUp: '\uE00E', PageDown: '\uE00F', F6: '\uE036'};
