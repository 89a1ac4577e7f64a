'use strict';
// Elements from data. Words only ever become text: nothing here reads markup.

const drawing = 'http://www.w3.org/2000/svg';

/** An element of `[tag, {attributes}, content...]`, or a text of a string. */
function build(node, space) {
  if (typeof node === 'string') return document.createTextNode(node);
  const [tag, attributes, ...content] = node;
  const inside = tag === 'svg' ? drawing : space;
  const element = inside ? document.createElementNS(inside, tag) : document.createElement(tag);
  for (const name in attributes || {}) element.setAttribute(name, attributes[name]);
  for (const child of content) element.append(build(child, inside));
  return element;
}

/** An element of our own; content is text or elements. */
function make(tag, attributes, ...content) {
  const element = build([tag, attributes]);
  element.append(...content);
  return element;
}

/** The values in a script element that does not run. */
const dataOf = script => JSON.parse(script.textContent);

/** The text of data from which elements are built, of the comment's own words alone. */
function wordsIn(node, isInside) {
  if (typeof node === 'string') return isInside ? node : '';
  const [tag, attributes, ...content] = node;
  const within = isInside || (tag === 'div' && attributes && attributes.class === 'text');
  const words = content.map(child => wordsIn(child, within)).join('');
  return tag === 'p' && within ? words + '\n' : words;
}

/** A text as it is searched: without case, accents and variants of width. */
const plain = text => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
