// SPDX-License-Identifier: MIT
// What a reader gets, in a real browser: axe finds nothing, nothing overflows or is cut, nothing is asked of another
// server, links lead somewhere, the pages hold without styles and on paper, the HTML checker finds no error.
import { chromium } from 'playwright-core';
import { readFileSync, readdirSync, existsSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join, resolve, dirname, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const axe = readFileSync(join(here, 'node_modules/axe-core/axe.min.js'), 'utf8');
let passed = 0, failed = 0;
const ok = (good, name, why = '') => {
  if (good) { passed += 1; return; }
  failed += 1;
  console.log(`FAILED ${name}${why ? ': ' + why : ''}`);
};

const pagesOf = (site) => readdirSync(site, { recursive: true }).map(String).filter((f) => f.endsWith('.html')).sort();

// One page of each kind (the class of its body, else its folder) gets the slow checks; every page the quick ones.
const kindOf = (html, file) => (html.match(/<body[^>]*data-kind="([^"]+)"/) ?? [, file.includes('/') ? dirname(file) : file])[1];

async function checkPage(browser, site, file, thorough) {
  const url = pathToFileURL(resolve(site, file)).href;
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const asked = [], said = [];
  page.on('request', (request) => { if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) asked.push(request.url()); });
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()); });
  await page.goto(url);
  ok(asked.length === 0, `${file}: asks nothing of another server`, asked.join(' '));
  ok(said.length === 0, `${file}: no error in the browser`, said.join(' '));
  const facts = await page.evaluate(() => ({
    h1: document.querySelectorAll('h1').length, lang: document.documentElement.lang, title: document.title,
    scripts: document.querySelectorAll('script').length, ids: [...document.querySelectorAll('[id]')].map((e) => e.id),
    text: document.querySelector('main')?.innerText.length ?? 0,
  }));
  ok(facts.h1 === 1, `${file}: one h1`, String(facts.h1));
  ok(facts.lang === 'en-GB', `${file}: language`, facts.lang);
  ok(facts.title.length > 5, `${file}: title`);
  ok(new Set(facts.ids).size === facts.ids.length, `${file}: no id twice`);
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => {
      const root = document.documentElement;
      if (root.scrollWidth <= root.clientWidth) return '';
      const over = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1 && !e.closest('.scroll, pre'));
      return `${root.scrollWidth} px; ` + over.slice(0, 3).map((e) => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40)).join(' | ');
    });
    ok(wide === '', `${file}: nothing overflows at ${width} px`, wide);
  }
  if (thorough) {
    for (const [width, colour] of [[1280, 'light'], [320, 'dark']]) {
      await page.emulateMedia({ colorScheme: colour });
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(axe);
      const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations
        .map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(', ')}`));
      ok(found.length === 0, `${file}: axe finds nothing at ${width} px, ${colour}`, found.join(' ; '));
    }
    await page.emulateMedia({ colorScheme: 'light' });
    // 400 % zoom of a 1280 px window is a window of 320 px with type as it is: no text may be cut.
    await page.setViewportSize({ width: 320, height: 256 });
    const cut = await page.evaluate(() => [...document.querySelectorAll('main *')].filter((e) => {
      const style = getComputedStyle(e);
      return (style.overflowX === 'hidden' || style.overflowY === 'hidden') && !e.closest('.vh') && style.position !== 'absolute' &&
        (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
    }).map((e) => e.tagName + ' ' + e.textContent.trim().slice(0, 40)).slice(0, 3));
    ok(cut.length === 0, `${file}: nothing is cut at 400 %`, cut.join(' | '));
    // Without styles every word and link is still there.
    const words = await page.evaluate(() => {
      document.querySelectorAll('details').forEach((e) => { e.open = true; });
      const before = document.body.textContent.replace(/\s+/g, ' ');
      document.querySelectorAll('link[rel=stylesheet], style').forEach((e) => e.remove());
      return [before.length, document.body.innerText.replace(/\s+/g, ' ').length];
    });
    ok(words[1] > words[0] * 0.75, `${file}: reads without styles`, words.join(' '));
    await page.goto(url);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    ok(pdf.length > 2000, `${file}: prints`);
    if (kindOf(await page.content(), file) === 'sheet') {
      const count = (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
      ok(count >= 1 && count <= 4, `${file}: the sheet is one to four pages`, String(count));
    }
  }
  await context.close();
}

function checkLinks(site, files) {
  const html = new Map(files.map((f) => [f, readFileSync(join(site, f), 'utf8')]));
  const ids = new Map([...html].map(([f, text]) => [f, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]))]));
  for (const [file, text] of html) {
    const broken = [];
    for (const [, target] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(https?:|mailto:|tel:|data:)/.test(target)) continue;
      const [path, anchor] = target.replaceAll('&amp;', '&').split('#');
      const to = path === '' ? file : relative(site, resolve(site, dirname(file), decodeURIComponent(path)));
      if (!existsSync(join(site, to)) || !statSync(join(site, to)).isFile()) broken.push(target);
      else if (anchor && ids.has(to) && !ids.get(to).has(anchor)) broken.push(target);
    }
    ok(broken.length === 0, `${file}: every link leads somewhere`, [...new Set(broken)].slice(0, 5).join(' '));
  }
}

function checkHtml(site) {
  const jar = join(here, 'node_modules/vnu-jar/build/dist/vnu.jar');
  try {
    // Two properties that browsers have had for years and the checker does not know; it meets them where the style is inside a page.
    const unknown = '.*CSS: “(paint-order|grid-template-columns)”.*';
    execFileSync('java', ['-Xss4m', '-jar', jar, '--errors-only', '--skip-non-html', '--filterpattern', unknown, site], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    ok(true, `${site}: the HTML checker finds no error`);
  } catch (error) {
    ok(false, `${site}: the HTML checker finds no error`, '\n' + (error.stderr || error.message).split('\n').slice(0, 15).join('\n'));
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
for (const site of process.argv.slice(2)) {
  if (!existsSync(join(site, 'index.html'))) { ok(false, `${site} is built`); continue; }
  const files = pagesOf(site);
  checkLinks(site, files);
  checkHtml(site);
  const seen = new Set();
  for (const file of files) {
    const kind = kindOf(readFileSync(join(site, file), 'utf8'), file);
    await checkPage(browser, site, file, !seen.has(kind));
    seen.add(kind);
  }
  console.log(`${site}: ${files.length} pages, ${seen.size} kinds`);
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
