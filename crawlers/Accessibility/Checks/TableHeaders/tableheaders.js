// Header cells of data tables without a cell, and one with: [told({ assigned, doubt })].
(reading) => {
  const GRIDS = ['table', 'grid', 'treegrid'];
  const HEADERS = { columnheader: 'col', rowheader: 'row' };
  const CELLS = ['cell', 'gridcell', 'columnheader', 'rowheader'];
  // What a table laid out for its looks holds, and a table of data hardly.
  const LAYOUT = 'table, form, iframe, nav, section, article, h1, h2, h3, h4, h5, h6';
  const MOST_SLOTS = 20000;
  const roleIn = (element) => (element.getAttribute('role') ?? '').trim().toLowerCase().split(/\s+/)[0];
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return reading.perceivable(element) && box.width > 1 && box.height > 1;
  };
  const holds = (element) => reading.textOf(element) !== '' || element.childElementCount > 0;
  const cellOf = (element, scope, place) => ({ element, scope, ...place });

  const range = (from, length) => Array.from({ length }, (_, i) => from + i);
  const rowsOf = (cell) => range(cell.y, cell.height);
  const columnsOf = (cell) => range(cell.x, cell.width);

  // Slots of rows, as HTML's algorithm for forming a table fills them; a slot of two cells is of none.
  const layOut = (rows, cellsOf) => {
    const grid = { slots: rows.map(() => []), cells: [], confused: false };
    const ends = [];
    for (let y = rows.length - 1; y >= 0; y--) ends[y] = rows[y + 1]?.parentNode === rows[y].parentNode ? ends[y + 1] : y;
    rows.forEach((row, y) => {
      let x = 0;
      for (const cell of cellsOf(row)) {
        if (cell.column >= 0) x = cell.column;
        else while (grid.slots[y][x] !== undefined) x++;
        Object.assign(cell, { x, y, width: cell.columns ?? 1, height: cell.rows === 0 ? ends[y] - y + 1 : Math.min(cell.rows ?? 1, ends[y] - y + 1), group: row.parentNode });
        for (const down of rowsOf(cell))
          for (const right of columnsOf(cell)) {
            grid.confused ||= grid.slots[down][right] !== undefined;
            grid.slots[down][right] = grid.slots[down][right] === undefined ? cell : null;
          }
        grid.spans ||= cell.width > 1 || cell.height > 1;
        grid.cells.push(cell);
        x += cell.width;
      }
    });
    grid.width = grid.slots.reduce((most, row) => Math.max(most, row.length), 0);
    grid.confused ||= grid.spans && grid.slots.some((row) => row.length < grid.width || row.includes(undefined));
    grid.dataRows = new Set(grid.cells.filter((c) => c.scope === null).flatMap(rowsOf));
    return grid;
  };

  // HTML's scan for headers, from the header's side: a header of the same lines, with data between, takes over from it.
  const reaches = (grid, header, down) => {
    for (const line of down ? columnsOf(header) : rowsOf(header)) {
      let data = false;
      for (let step = down ? header.y + header.height : header.x + header.width; step < (down ? grid.slots.length : grid.width); step++) {
        const other = down ? grid.slots[step][line] : grid.slots[line][step];
        if (!other) continue;
        if (other.scope !== null && data && (down ? other.x === header.x && other.width === header.width : other.y === header.y && other.height === header.height)) break;
        if (!other.refers) return true;
        data ||= other.scope === null;
      }
    }
    return false;
  };
  const assigned = (grid, header) => {
    // HTML lets a header without scope be one of a column or row only where that has no data; H51 counts those beside a corner with data or nothing in it too.
    const free = header.scope === '';
    const column = free || header.scope === 'col' || header.scope === 'colgroup';
    const row = header.scope === 'row' || free && rowsOf(header).some((y) => grid.dataRows.has(y));
    return column && reaches(grid, header, true) || row && reaches(grid, header, false)
      || header.scope === 'rowgroup' && grid.cells.some((c) => c !== header && c.group === header.group && c.y >= header.y && c.x + c.width > header.x && !c.refers);
  };
  // Whether the eye may find cells for it that the algorithm does not: in line with it, but for other headers of the same head.
  const inLine = (grid, header) => {
    const top = !grid.slots.some((_, y) => y < header.y + header.height && grid.dataRows.has(y));
    return [...rowsOf(header).flatMap((y) => grid.slots[y]), ...columnsOf(header).flatMap((x) => grid.slots.map((row) => row[x]))]
      .some((c) => c && c !== header && !c.refers && (c.scope === null || !top || c.y > header.y));
  };

  // Waits for its data, or they stand in another table.
  const waits = (grid, data) => data.length > 0 ? !data.some((c) => holds(c.element))
    : grid.slots.length === 1 || grid.width === 1 || grid.cells.every((c) => c.group.localName === 'thead');
  // A foot that says again what the head says.
  const repeats = (grid, header) => header.group.localName === 'tfoot'
    && grid.cells.some((c) => c !== header && c.scope !== null && c.x === header.x && reading.textOf(c.element) === reading.textOf(header.element));
  const doubtOf = (grid, data, header, table, odd) =>
    data.length === 0 ? 'headersOnly'
    : reading.textOf(header.element) === '' ? 'empty'
    : grid.confused || odd ? 'structure'
    : table.querySelector(LAYOUT) ? 'layout'
    : inLine(grid, header) ? 'inLine'
    : data.length === 1 && /\p{L}{3}/u.test(reading.textOf(data[0].element)) ? 'message'
    : null;
  const judge = (table, { grid, odd }) => {
    const all = grid(() => true);
    const headers = all.cells.filter((c) => c.scope !== null && shown(c.element));
    if (headers.length === 0 || all.cells.length < 2) return [];
    const data = all.cells.filter((c) => c.scope === null);
    // Columns that are not shown may be left out of some rows only: what is shown is laid out by itself too.
    const displayed = all.cells.every((c) => c.element.checkVisibility()) ? all : grid((e) => e.checkVisibility());
    const places = new Map(displayed.cells.map((c) => [c.element, c]));
    const alone = new Set(headers.filter((h) => !h.named && !assigned(all, h) && !(places.has(h.element) && assigned(displayed, places.get(h.element)))));
    const waiting = alone.size > 0 && waits(all, data);
    // Of those with cells, one stands for all.
    return [
      ...headers.filter((h) => !alone.has(h)).slice(0, 1).map((h) => reading.told(h.element, { assigned: true, doubt: null })),
      ...headers.filter((h) => alone.has(h) && !waiting && !repeats(all, h)).map((h) => reading.told(h.element, { assigned: false, doubt: doubtOf(all, data, h, table, odd) })),
    ];
  };

  // The ids that cells refer to, each that leads to another cell of the table.
  const namedBy = (cell, attribute, elements) => (cell.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean)
    .map((id) => cell.getRootNode().getElementById?.(id)).map((e) => e !== cell && elements.has(e) ? e : null);

  const native = (table) => {
    const rows = [...table.rows];
    const elements = new Set(rows.flatMap((row) => [...row.cells]));
    if ([...elements].reduce((sum, cell) => sum + cell.colSpan * Math.min(cell.rowSpan || rows.length, rows.length), 0) > MOST_SLOTS) return null;
    const named = new Set();
    const refers = new Set();
    for (const cell of elements) {
      const headers = namedBy(cell, 'headers', elements);
      // A reference that leads nowhere is a fault of its own, which axe tells.
      if (headers.length > 0 && !headers.includes(null)) refers.add(cell);
      for (const header of [...headers, ...namedBy(cell, 'aria-labelledby', elements), ...namedBy(cell, 'aria-describedby', elements)]) named.add(header);
    }
    const scopeOf = (cell) => {
      const role = roleIn(cell);
      if (!(role in HEADERS) && (cell.localName === 'td' || role !== '')) return null;
      const scope = (cell.getAttribute('scope') ?? '').toLowerCase();
      return ['col', 'row', 'colgroup', 'rowgroup'].includes(scope) ? scope : HEADERS[role] ?? '';
    };
    const grid = (kept) => layOut(rows.filter(kept), (row) => [...row.cells].filter(kept)
      .map((cell) => cellOf(cell, scopeOf(cell), { columns: cell.colSpan, rows: cell.rowSpan, refers: refers.has(cell), named: named.has(cell) })));
    const odd = table.querySelector('[aria-owns], [role=row]:not(tr)') !== null || table.hasAttribute('aria-owns')
      || rows.some((row) => !['', 'row'].includes(roleIn(row)) || [...row.children].some((child) => !child.matches('td, th, script, template')));
    return { grid, odd };
  };

  const tableOf = (element) => {
    for (let node = element.parentElement; node; node = node.parentElement)
      if (GRIDS.includes(roleIn(node)) || node.localName === 'table' && roleIn(node) === '') return node;
    return null;
  };
  const aria = (table) => {
    const rows = [...table.querySelectorAll('[role=row]')].filter((row) => tableOf(row) === table);
    const cells = [...table.querySelectorAll(CELLS.map((role) => `[role=${role}]`).join())].filter((cell) => tableOf(cell) === table);
    const byRow = Map.groupBy(cells, (cell) => cell.parentElement.closest('[role=row]'));
    // Not all its columns need be in the page, or its cells are in no row.
    const known = new Set(rows);
    if (table.hasAttribute('aria-colcount') || [...byRow.keys()].some((row) => !known.has(row))) return null;
    const number = (cell, attribute) => Number.parseInt(cell.getAttribute(attribute), 10);
    const widest = cells.reduce((most, cell) => Math.max(most, number(cell, 'aria-colindex') || 1), 1);
    if (Math.max(cells.length, rows.length * widest) > MOST_SLOTS) return null;
    const grid = (kept) => layOut(rows.filter(kept), (row) => (byRow.get(row) ?? []).filter(kept)
      .map((cell) => cellOf(cell, HEADERS[roleIn(cell)] ?? null, { column: number(cell, 'aria-colindex') - 1, columns: Math.max(1, Math.min(100, number(cell, 'aria-colspan') || 1)) })));
    return { grid, odd: [table, ...table.querySelectorAll('*')].some((e) => ['aria-owns', 'aria-colindex', 'aria-colspan', 'aria-rowspan'].some((a) => e.hasAttribute(a))) };
  };

  return reading.all('table, [role=table], [role=grid], [role=treegrid]')
    .filter((table) => ['', ...GRIDS].includes(roleIn(table)) && table.getAttribute('datatable') !== '0' && table.getAttribute('aria-busy') !== 'true' && reading.perceivable(table))
    .flatMap((table) => {
      const read = table.localName === 'table' ? native(table) : aria(table);
      return read ? judge(table, read) : [];
    });
}
