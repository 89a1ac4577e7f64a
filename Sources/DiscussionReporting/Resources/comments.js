// The comments of one discussion: built as they come into view, folded, found.
// A place is a position in the order of reading, from 0.

class CommentList {
  constructor(section) {
    this.section = section;
    this.name = section.id;
    Object.assign(this, dataOf(section.querySelector('script.index')));
    this.unsure = new Set(this.unsure);
    this.places = new Map(this.order.map((ordinal, place) => [ordinal, place]));
    this.blocks = [...section.querySelectorAll('.block')];
    this.blockSize = this.blocks.length ? Number(this.blocks[0].dataset.count) : 1;
    this.folded = new Set();
    this.visible = new Uint8Array(this.order.length).fill(1);
    this.said = null;
    this.filter = null;
    this.blocks.forEach((block, number) => (block.number = number));
    section.querySelector('.comments').classList.toggle('many', this.blocks.length > 5);
    this.watcher = new IntersectionObserver(
      entries => entries.forEach(entry => entry.isIntersecting && this.render(entry.target)),
      { rootMargin: '1500px' });
    this.listen();
    this.apply();
    this.blocks.forEach(block => block.querySelector(':scope > script') && this.watcher.observe(block));
  }

  listen() {
    const comments = this.section.querySelector('.comments');
    comments.addEventListener('click', event => {
      const fold = event.target.closest('button.fold');
      if (fold) this.toggle(this.placeOf(fold.closest('.comment')));
      const action = event.target.closest('button[data-action]');
      if (action) this.foldAll(action.dataset.action === 'fold');
    });
    this.fields = [...comments.querySelectorAll('[data-filter]')];
    let waiting = 0;
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.find(), 150);
    };
    // Not every way to choose from a list is an input.
    this.fields.forEach(field => ['input', 'change'].forEach(name => field.addEventListener(name, later)));
  }

  placeOf(comment) {
    return this.places.get(Number(comment.id.slice(this.name.length + 2)));
  }

  /** Builds a block that still waits. */
  render(block) {
    const data = block.querySelector(':scope > script');
    if (!data) return;
    this.watcher.unobserve(block);
    block.replaceChildren(...dataOf(data).map(node => build(node)));
    block.style.minHeight = '';
    this.applyTo(block);
  }

  renderAll() {
    this.blocks.forEach(block => this.render(block));
  }

  /** Builds what can be printed in good time, and says on paper where that is not all. */
  print() {
    if (this.order.length <= 1000) this.renderAll();
    const count = this.blocks.filter(block => !block.querySelector(':scope > script'))
      .reduce((sum, block) => sum + this.seenIn(block), 0);
    if (!this.printed) {
      this.printed = make('p', { class: 'notice printed' });
      this.blocks[0].before(this.printed);
    }
    const all = this.order.length;
    this.printed.textContent = count < all ? `${count} of ${all} comments are printed` : '';
  }

  /** Works out which comments are seen, and shows that. */
  apply() {
    let under = Infinity;
    this.depth.forEach((depth, place) => {
      if (this.filter) {
        this.visible[place] = this.filter(place) ? 1 : 0;
        return;
      }
      if (depth <= under) under = Infinity;
      this.visible[place] = depth > under ? 0 : 1;
      if (under === Infinity && this.folded.has(place)) under = depth;
    });
    this.blocks.forEach(block => this.applyTo(block));
  }

  /** Which comments of a block are seen: 1 or 0 for each. */
  visibleIn(block) {
    const start = block.number * this.blockSize;
    return this.visible.subarray(start, start + Number(block.dataset.count));
  }

  seenIn(block) {
    return this.visibleIn(block).reduce((sum, value) => sum + value, 0);
  }

  applyTo(block) {
    const start = block.number * this.blockSize;
    const places = this.visibleIn(block);
    const seen = this.seenIn(block);
    block.hidden = seen === 0;
    // Until a block has been seen its height is a guess.
    block.style.containIntrinsicBlockSize = `auto ${seen * 110}px`;
    if (block.querySelector(':scope > script')) {
      block.style.minHeight = `${seen * 110}px`;
      return;
    }
    for (let i = 0; i < block.children.length; i++) {
      const comment = block.children[i];
      comment.hidden = !places[i];
      const fold = comment.querySelector(':scope > button.fold');
      if (fold) this.label(fold, this.folded.has(start + i));
    }
  }

  label(fold, isFolded) {
    fold.setAttribute('aria-expanded', String(!isFolded));
    const count = fold.dataset.descendants;
    fold.textContent = `${isFolded ? 'Show' : 'Fold'} ${count} ${count === '1' ? 'comment' : 'comments'} below`;
  }

  toggle(place) {
    if (!this.folded.delete(place)) this.folded.add(place);
    this.apply();
  }

  foldAll(isFolding) {
    this.folded.clear();
    if (isFolding) {
      this.depth.forEach((depth, place) => {
        if (depth === 1 && this.depth[place + 1] > 1) this.folded.add(place);
      });
    }
    this.apply();
  }

  /** What is said at a place. */
  words(place) {
    if (!this.said) this.said = [];
    if (this.said[place] === undefined) {
      const number = Math.floor(place / this.blockSize);
      const block = this.blocks[number];
      const data = block.querySelector(':scope > script');
      const texts = data
        ? dataOf(data).map(node => wordsIn(node, false))
        : [...block.children].map(comment => comment.querySelector(':scope > .text').innerText
          || comment.querySelector(':scope > .text').textContent);
      texts.forEach((text, i) => (this.said[number * this.blockSize + i] = text.trim()));
    }
    return this.said[place];
  }

  /** Shows what the fields ask for. */
  find() {
    const asked = {};
    for (const field of this.fields) {
      const value = field.type === 'checkbox' ? field.checked : field.value.trim();
      if (value !== '' && value !== false) asked[field.dataset.filter] = value;
    }
    const words = asked.words && plain(asked.words).split(/\s+/);
    const names = words && this.names.map(plain);
    this.filter = Object.keys(asked).length === 0 ? null : place => {
      const by = this.by[place];
      if (asked.stance && this.stance[place] !== ['agree', 'neutral', 'disagree'].indexOf(asked.stance)) return false;
      if (asked.camp && (this.camps[by] || 0) !== Number(asked.camp)) return false;
      if (asked.unsure && !this.unsure.has(place)) return false;
      if (!words) return true;
      this.plainWords ||= [];
      const text = (this.plainWords[place] ??= plain(this.words(place))) + ' ' + (names[by] || '');
      return words.every(word => text.includes(word));
    };
    this.apply();
    const count = this.visible.reduce((sum, value) => sum + value, 0);
    this.section.querySelector('.found').textContent = this.filter
      ? `${count} of ${this.order.length} comments` : '';
  }

  /** Brings a comment into view and to the keyboard. */
  show(ordinal) {
    const place = this.places.get(ordinal);
    if (place === undefined) return;
    if (this.filter && !this.visible[place]) {
      this.fields.forEach(field => (field.type === 'checkbox' ? (field.checked = false) : (field.value = '')));
      this.find();
    }
    for (let depth = this.depth[place], above = place - 1; depth > 1 && above >= 0; above--) {
      if (this.depth[above] < depth) {
        depth = this.depth[above];
        this.folded.delete(above);
      }
    }
    this.apply();
    this.render(this.blocks[Math.floor(place / this.blockSize)]);
    goTo(document.getElementById(`${this.name}-c${ordinal}`));
  }
}
