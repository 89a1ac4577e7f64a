// The page: which discussion is seen, where links lead, the overview, light and dark.

const discussions = [...document.querySelectorAll('section.discussion')];
const overview = document.getElementById('overview');
const lists = new Map();
let isRouted = false;

/** Scrolls to an element, opens what hides it, and hands it the keyboard. */
function goTo(element) {
  if (!element) return;
  for (let above = element; above; above = above.parentElement) {
    if (above.tagName === 'DETAILS') above.open = true;
  }
  document.querySelectorAll('.here').forEach(other => other.classList.remove('here'));
  // A part of the page is where its heading is; what stands among others like it is marked.
  if (element.matches('.comment, .text, details')) element.classList.add('here');
  if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
}

/** Builds what waits of a discussion and makes it answer. */
function prepare(section) {
  if (lists.has(section)) return lists.get(section);
  const rest = section.querySelector(':scope > script.rest');
  if (rest) rest.replaceWith(...dataOf(rest).map(node => build(node)));
  const list = section.querySelector('script.index') ? new CommentList(section) : null;
  lists.set(section, list);
  if (list && section.querySelector('svg.map')) new CommenterMap(section, list);
  return list;
}

/** Shows what the address of the page names. */
function route() {
  const name = location.hash.slice(1);
  const [, number, comment] = name.match(/^d(\d+)(?:-c(\d+))?/) || [];
  const single = discussions.length === 1;
  const chosen = single ? discussions[0] : discussions[number - 1];
  const isElsewhere = !single && !chosen && name !== '' && name !== 'overview' && name !== 'main';
  if (!isElsewhere || !isRouted) {
    isRouted = true;
    discussions.forEach(section => (section.hidden = section !== chosen));
    if (overview) overview.hidden = Boolean(chosen);
  }
  const list = chosen && prepare(chosen);
  if (name === '') return;
  if (list && comment !== undefined) list.show(Number(comment));
  else goTo(document.getElementById(name));
}

/** Sorts the overview by a column; a second time the other way. */
function sort(heading) {
  const table = heading.closest('table');
  const column = [...heading.parentElement.children].indexOf(heading);
  // Numbers begin with the greatest, words with A.
  const before = heading.getAttribute('aria-sort');
  const isDown = before ? before === 'ascending' : column > 0;
  const key = row => {
    const { value } = row.children[column].dataset;
    return value === undefined || value === '' ? -Infinity : Number(value);
  };
  // The first column sorts by the words that are seen.
  const words = row => row.children[0].textContent;
  const order = (a, b) => column === 0
    ? words(b).localeCompare(words(a)) : key(b) - key(a);
  const rows = [...table.tBodies[0].rows].sort((a, b) => (isDown ? order(a, b) : order(b, a)));
  table.tBodies[0].append(...rows);
  table.querySelectorAll('thead th').forEach(other => other.removeAttribute('aria-sort'));
  heading.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
}

document.querySelectorAll('table.sortable thead th').forEach(heading => {
  const button = make('button', { type: 'button' }, heading.textContent);
  button.addEventListener('click', () => sort(heading));
  heading.replaceChildren(button);
});

const theme = document.querySelector('button[data-action="theme"]');
let isDark = matchMedia('(prefers-color-scheme: dark)').matches;
theme.textContent = isDark ? 'Light' : 'Dark';
theme.addEventListener('click', () => {
  isDark = !isDark;
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  theme.textContent = isDark ? 'Light' : 'Dark';
});

// A link to where one already is goes there again.
document.addEventListener('click', event => {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) route();
});
addEventListener('hashchange', route);
addEventListener('beforeprint', () => lists.forEach((list, section) => {
  if (list && !section.hidden) list.print();
}));
document.documentElement.classList.add('has-script');
route();
