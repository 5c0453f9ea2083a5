/**
 * The page's only script: search, sort and filter, and the printing of one part. A constant of this program that builds nodes from texts
 * and fetches nothing; the page's policy lets its hash run, and nothing else. It holds no `<`, so that nothing can close it.
 */
export const PAGE_SCRIPT = `'use strict';
(() => {
  const plain = (text) => text.normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/[\\u00a0\\u202f]/g, ' ').replace(/œ/g, 'oe').replace(/æ/g, 'ae').toLowerCase();
  const make = (tag, attributes, text) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  let last = 0;
  const field = (label, search) => {
    const id = 'champ-' + (last += 1);
    const box = make('p', { class: 'search' });
    const input = make('input', { id, type: 'search', autocomplete: 'off' });
    const status = make('span', { role: 'status' });
    input.addEventListener('input', () => { status.textContent = search(plain(input.value.trim())); });
    box.append(make('label', { for: id }, label), input, status);
    return box;
  };
  const keyOf = (row, column) => {
    const cell = row.cells[column];
    const order = cell === undefined ? undefined : cell.dataset.order;
    return order === undefined ? (cell === undefined ? '' : cell.textContent) : Number(order);
  };
  const compare = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'fr', { numeric: true });
  const sortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = make('button', { type: 'button', class: 'sort' });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const way = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
        heads.forEach((other) => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', way);
        for (const body of table.tBodies) {
          const rows = [...body.rows].filter((row) => !row.classList.contains('group'));
          rows.sort((a, b) => (way === 'ascending' ? 1 : -1) * compare(keyOf(a, column), keyOf(b, column)));
          body.append(...rows);
        }
      });
    });
  };
  const filterable = (table) => {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.classList.contains('group'));
    const search = (words) => {
      let shown = 0;
      for (const row of rows) {
        row.hidden = !plain(row.textContent).includes(words);
        if (!row.hidden) shown += 1;
      }
      for (const body of table.tBodies) body.hidden = [...body.rows].every((row) => row.hidden || row.classList.contains('group'));
      return words === '' ? '' : shown + (shown > 1 ? ' lignes' : ' ligne');
    };
    if (rows.length > 9) table.before(field('Filtrer ce tableau', search));
  };
  const searchPage = (words) => {
    let found = 0;
    for (const part of document.querySelectorAll('details.part')) {
      let some = false;
      for (const section of part.querySelectorAll('section')) {
        section.hidden = words !== '' && !plain(section.textContent).includes(words);
        if (words !== '' && !section.hidden) { some = true; found += 1; }
      }
      part.hidden = words !== '' && !some;
      if (words !== '') part.open = some;
    }
    return words === '' ? '' : found + (found > 1 ? ' passages' : ' passage') + ' dans les parties';
  };
  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const part = target === null ? null : target.closest('details.part');
    if (part !== null) { part.open = true; target.scrollIntoView(); }
  };
  const printable = (part) => {
    const button = make('button', { type: 'button', class: 'print' }, 'Imprimer cette partie seule');
    button.addEventListener('click', () => {
      document.body.classList.add('one-part');
      part.classList.add('printed');
      addEventListener('afterprint', () => { document.body.classList.remove('one-part'); part.classList.remove('printed'); }, { once: true });
      print();
    });
    part.querySelector('summary').after(button);
  };
  for (const table of document.querySelectorAll('table')) {
    if (table.querySelector('th.number, [data-order]') !== null) sortable(table);
    filterable(table);
  }
  for (const part of document.querySelectorAll('details.part')) printable(part);
  const contents = document.querySelector('nav summary');
  if (contents !== null) contents.after(field('Chercher dans tout le rapport', searchPage));
  addEventListener('hashchange', openTarget);
  openTarget();
})();
`;

/** The SHA-256 of the script, as a Content-Security-Policy names it; a test holds the two together. */
export const PAGE_SCRIPT_SOURCE = `'sha256-WLbOLovP5hGY7uutKaN4g2a0NfSHkkvjIiwcPWJdg/U='`;
