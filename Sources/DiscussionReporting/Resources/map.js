// The map of who replies to whom: what is pointed at or focused is told in words beside it.

class CommenterMap {
  constructor(section, list) {
    this.list = list;
    this.drawing = section.querySelector('svg.map');
    this.panel = section.querySelector('.panel');
    this.people = [...this.drawing.querySelectorAll('.person')];
    this.pairs = [...this.drawing.querySelectorAll('.pair')];
    this.hint = [...this.panel.children];
    this.pinned = null;
    this.drawing.setAttribute('role', 'group');
    this.people.forEach((person, number) => {
      person.setAttribute('role', 'button');
      person.setAttribute('tabindex', number ? '-1' : '0');
      person.setAttribute('aria-label', person.querySelector('title').textContent);
    });
    this.listen();
  }

  listen() {
    const target = event => event.target.closest && event.target.closest('.person, .pair');
    this.drawing.addEventListener('pointerover', event => {
      if (event.pointerType === 'mouse' && !this.pinned && target(event)) this.tell(target(event));
    });
    this.drawing.addEventListener('pointerleave', () => this.pinned || this.tell(null));
    this.drawing.addEventListener('click', event => {
      this.pinned = target(event) === this.pinned ? null : target(event);
      this.tell(this.pinned);
    });
    this.drawing.addEventListener('focusin', event => target(event) && this.tell(target(event)));
    this.drawing.addEventListener('keydown', event => this.press(event));
  }

  press(event) {
    const at = this.people.indexOf(event.target);
    if (at < 0) return;
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.pinned = event.target;
      this.tell(event.target);
      this.panel.focus();
    } else if (event.key === 'Escape') {
      this.pinned = null;
      this.tell(null);
    } else if (event.key in steps) {
      event.preventDefault();
      const count = this.people.length;
      const next = this.people[(at + steps[event.key] + count) % count];
      event.target.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    }
  }

  nameOf(number) {
    const person = this.people[number];
    const commenters = this.commentersOf(number);
    const name = commenters.length === 1 ? this.list.names[commenters[0]] : person.querySelector('.label').textContent;
    return make('bdi', {}, name);
  }

  commentersOf(number) {
    return this.people[number].dataset.value.split(' ').map(Number);
  }

  /** Tells of a commenter or a pair, or of nothing. */
  tell(chosen) {
    const near = new Set();
    const isPair = chosen && chosen.classList.contains('pair');
    for (const pair of this.pairs) {
      const ends = [Number(pair.dataset.from), Number(pair.dataset.to)];
      const belongs = chosen
        && (isPair ? pair === chosen : ends.includes(Number(chosen.dataset.node)));
      pair.classList.toggle('chosen', Boolean(belongs));
      if (belongs) ends.forEach(end => near.add(end));
    }
    this.drawing.classList.toggle('focused', Boolean(chosen));
    this.people.forEach((person, number) =>
      person.classList.toggle('chosen', near.has(number) || person === chosen));
    if (!chosen) this.panel.replaceChildren(...this.hint);
    else if (isPair) this.tellPair(Number(chosen.dataset.from), Number(chosen.dataset.to));
    else this.tellPerson(Number(chosen.dataset.node));
  }

  tellPerson(number) {
    const partners = this.pairs
      .map(pair => [Number(pair.dataset.from), Number(pair.dataset.to), pair])
      .filter(([from, to]) => from === number || to === number)
      .map(([from, to, pair]) => {
        const other = from === number ? to : from;
        return { other, pair, replies: this.exchanges(number, other).length };
      })
      .sort((a, b) => b.replies - a.replies || a.other - b.other);
    const list = make('ul', { class: 'partners' });
    for (const { other, pair, replies } of partners) {
      const button = make('button', { type: 'button' }, this.nameOf(other));
      button.addEventListener('click', () => {
        this.pinned = pair;
        this.tell(pair);
        this.panel.focus();
      });
      list.append(make('li', {}, button, ` ${replies} ${replies === 1 ? 'reply' : 'replies'}`));
    }
    this.panel.replaceChildren(
      make('h4', {}, this.nameOf(number)),
      make('p', { class: 'quiet' }, this.people[number].querySelector('title').textContent.split(': ').pop()),
      list);
  }

  /** The places of the replies between two, in the order of the page. */
  exchanges(one, other) {
    const [first, second] = [one, other].map(number => new Set(this.commentersOf(number)));
    const { by, answered, order } = this.list;
    const places = [];
    for (let place = 0; place < order.length; place++) {
      const [from, to] = [by[place], answered[place]];
      if (to >= 0 && ((first.has(from) && second.has(to)) || (second.has(from) && first.has(to)))) places.push(place);
    }
    return places.sort((a, b) => order[a] - order[b]);
  }

  tellPair(one, other) {
    const places = this.exchanges(one, other);
    const { list } = this;
    const items = make('ol', { class: 'exchanges' });
    const signs = ['+ agrees', '', '≠ disagrees'];
    for (const place of places.slice(0, 30)) {
      const text = list.words(place);
      const stance = signs[list.stance[place]] || '';
      items.append(make('li', {},
        make('p', { class: 'by' },
          make('bdi', {}, list.names[list.by[place]]), ' → ',
          make('bdi', {}, list.names[list.answered[place]]), ', ',
          make('a', { href: `#${list.name}-c${list.order[place]}` }, `#${list.order[place]}`),
          stance ? make('span', { class: `stance ${stance.slice(2, -1)}` }, ` ${stance}`) : ''),
        make('p', { class: 'said', dir: 'auto' }, text.length > 220 ? `${text.slice(0, 200)} …` : text)));
    }
    this.panel.replaceChildren(
      make('h4', {}, this.nameOf(one), ' and ', this.nameOf(other)), items,
      places.length > 30 ? make('p', { class: 'quiet' }, `and ${places.length - 30} more`) : '');
  }
}
