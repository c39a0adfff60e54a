/**
 * The network as one page that opens in any browser without a network: the map, a search, a card for each person. Its
 * policy allows what is in the file and nothing else; what people wrote is data in it, never markup or script.
 */
import { nameOf } from '../keeping/names';
import type { Contact, Tie } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { isMailAddress, phoneAddress, webAddress } from '../outside-address';
import type { Day } from '../time';
import { exactDay, many } from '../words';
import { openNotesOf } from './export-view';
import { darkColours, lightColours } from './html-atlas-colours';
import { htmlAtlasScript } from './html-atlas-script';
import { escaped } from './xml';

export interface HtmlAtlasAsked {
  readonly today: Day;
  readonly locale: string;
  /** Another one for each file: only what bears it may run. */
  readonly nonce: string;
}

const nobody = 'Nobody is in this atlas: the network is empty, or nobody was chosen.';

/** The file in pieces. @returns what was found wanting */
export function* writeHtmlAtlas(
  network: OpenNetwork,
  { today, locale, nonce }: HtmlAtlasAsked,
): Generator<string, readonly string[]> {
  const me = network.get('settings', 'settings')?.me;
  const numbers = new Map<string, number>();
  for (const { id } of network.all('contacts')) {
    if (id !== me) numbers.set(id, numbers.size);
    // A step: with very many people this takes a while.
    yield '';
  }
  const groups = new Map([...network.all('clusters')].map(({ id }, i) => [id, i]));
  const size = many(numbers.size, 'person', 'people');
  yield pageHead(nonce, `${size}, as of ${exactDay(today, locale)}`);
  yield `{"words":${inScript(size)},"people":[`;
  let mark = '';
  for (const [id, number] of numbers) {
    const contact = network.get('contacts', id);
    if (contact === undefined) continue;
    yield `${mark}\n${inScript(personOf(contact, number, network, groups))}`;
    mark = ',';
  }
  yield `],"groups":${inScript([...network.all('clusters')].map(({ name, tint }) => ({ n: name, t: tint })))},"ties":[`;
  mark = '';
  for (const tie of network.all('ties')) {
    const [a, b] = [numbers.get(tie.a), numbers.get(tie.b)];
    if (a === undefined || b === undefined) continue;
    yield `${mark}\n${inScript(tieOf(tie, a, b))}`;
    mark = ',';
  }
  yield `]}</script>\n<script nonce="${escaped(nonce)}">${htmlAtlasScript}</script>\n</body>\n</html>\n`;
  return numbers.size > 0 ? [] : [nobody];
}

/** What the script of the page knows of somebody; short names, since there may be many. */
function personOf(
  contact: Contact,
  number: number,
  network: OpenNetwork,
  groups: ReadonlyMap<string, number>,
): object {
  const position = network.get('positions', contact.id);
  const present = contact.organisations.find(({ to }) => to === undefined) ?? contact.organisations[0];
  const ways = [
    ...contact.emails.map(({ value }) => [
      value,
      isMailAddress(value)
        ? `mailto:${encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'))}`
        : undefined,
    ]),
    ...contact.phones.map(({ value }) => [value, phoneAddress(value)]),
    ...contact.urls.map(({ value }) => [value, webAddress(value)]),
  ];
  const spot =
    position?.x === undefined || position.y === undefined ? spiral(number) : { x: position.x, y: position.y };
  return {
    n: nameOf(contact),
    x: Math.round(spot.x),
    y: Math.round(spot.y),
    g: groups.get(position?.cluster ?? '') ?? -1,
    d: diameterOf(contact),
    r: [present?.title, present?.name].filter((part) => part !== undefined && part !== '').join(', '),
    p: contact.place ?? '',
    l: network.index.summary(contact.id).last,
    w: ways,
    t: contact.tags,
    o: openNotesOf(network, contact.id),
  };
}

function tieOf({ state, kind }: Tie, a: number, b: number): (number | string)[] {
  return [a, b, state === 'inferred' ? 1 : 0, ...(kind === undefined ? [] : [kind])];
}

function diameterOf({ circle, stub }: Contact): number {
  if (stub === true) return 7;
  if (circle === 'inner') return 18;
  return circle === 'close' ? 15 : 11;
}

/** Where those stand who have no place yet: side by side, as the seeds of a sunflower. */
function spiral(number: number): { x: number; y: number } {
  const [far, turn] = [38 * Math.sqrt(number + 0.5), number * 2.399963];
  return { x: far * Math.cos(turn), y: far * Math.sin(turn) };
}

/** JSON that no parser of HTML takes for the end of a script, or for the beginning of anything. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function variables(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value};`)
    .join('');
}

function pageHead(nonce: string, words: string): string {
  const safe = escaped(nonce);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${safe}'; style-src 'nonce-${safe}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>My network</title>
<style nonce="${safe}">
:root{color-scheme:light dark;--halo:var(--sea);--sans:'Source Sans 3','Segoe UI',system-ui,sans-serif;--serif:'Source Serif 4',Georgia,serif;${variables(lightColours)}--land-0:var(--sea);--coast-0:var(--control);--name-0:var(--text-2)}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${variables(darkColours)}}}
:root[data-theme=dark]{color-scheme:dark;${variables(darkColours)}}
:root[data-theme=light]{color-scheme:light}
${styles}</style>
</head>
<body>
<main><canvas id="map" tabindex="0" role="img" aria-label="The map. Use the search to reach people by keyboard; arrow keys move the map, plus and minus zoom."></canvas>
<div id="zoom"><button type="button" id="in" aria-label="Nearer">+</button><button type="button" id="out" aria-label="Farther">&minus;</button><button type="button" id="all">Everybody</button></div></main>
<aside id="side">
<h1>My network</h1>
<p class="quiet">${escaped(words)}</p>
<label for="search">Find a person</label>
<input id="search" type="search" autocomplete="off" spellcheck="false">
<section id="card" aria-label="Person" hidden></section>
<p id="count" class="quiet" role="status"></p>
<ul id="found"></ul>
<details open><summary>Groups</summary><ul id="groups"></ul></details>
<p><label><input id="guesses" type="checkbox" checked> Show guessed ties (dotted)</label></p>
<p><button type="button" id="theme">Light or dark</button></p>
<noscript><p>This page needs JavaScript to draw its map. It asks no other computer for anything.</p></noscript>
</aside>
<script type="application/json" id="data">`;
}

const styles = `*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:flex;background:var(--page);color:var(--text);font:15px/1.45 var(--sans)}
main{position:relative;flex:1;min-width:0}
canvas{display:block;width:100%;height:100%;cursor:grab;touch-action:none}
aside{width:21rem;max-width:45vw;padding:18px 20px;overflow:auto;background:var(--surface);border-left:1px solid var(--line);overflow-wrap:anywhere}
h1{margin:0;font:600 1.4rem/1.8rem var(--serif)}
h2{margin:0;font:600 1.15rem/1.5rem var(--serif)}
h3{margin:14px 0 2px;font-size:.85rem}
p{margin:4px 0}
ul{margin:4px 0;padding:0;list-style:none}
li{padding:2px 0;white-space:pre-line}
.quiet,li span{color:var(--text-2);font-size:.85rem}
label{display:inline-block;margin-top:10px;font-weight:500}
input[type=search]{display:block;width:100%;padding:7px 10px;border:1px solid var(--control);border-radius:6px;background:var(--page);color:inherit;font:inherit}
button{padding:3px 9px;border:1px solid var(--line);border-radius:6px;background:var(--surface);color:inherit;font:inherit;text-align:left;cursor:pointer}
button:hover{background:var(--hover)}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
a{color:var(--accent)}
#zoom{position:absolute;left:14px;bottom:14px;display:flex;gap:6px}
#card{margin:12px 0;padding:12px 14px;border:1px solid var(--line);border-radius:8px}
.head{display:flex;gap:10px;align-items:start;justify-content:space-between}
.head button{flex:none}
details{margin-top:14px}
summary{font-weight:500;cursor:pointer}
@media (max-width:700px){body{flex-direction:column-reverse}aside{width:100%;max-width:none;max-height:50%;border-left:0;border-bottom:1px solid var(--line)}}
`;
