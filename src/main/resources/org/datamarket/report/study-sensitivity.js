/*
 * Which factors matter: elementary effects on the plane of their size and spread, or Sobol indices
 * as bars; with their numbers in a table.
 */
'use strict';
(function (DM) {
  const T = DM.study, P = DM.plot, data = DM.data.sensitivity;
  if (!data) return;
  const MOST_BARS = 30, MOST_LABELS = 24;
  const morris = data.method === 'morris';
  const main = morris ? 'mu_star' : 'total';
  const id = morris ? 'elementary-effects' : 'sobol-indices';
  const columns = morris ? ['mu', 'mu_star', 'mu_star_low', 'mu_star_high', 'sigma'] : ['first', 'first_low', 'first_high', 'total', 'total_low', 'total_high'];
  const KINDS = [{name: 'total', label: 'total: alone and with others', color: P.color(0)}, {name: 'first', label: 'first order: alone', color: P.color(1)}];
  const title = result => result.name.replace(/_/g, ' ');

  /** The factors with their numbers, the one that matters most first. */
  const ranked = result => result.factors.map((factor, k) => Object.assign({factor: factor}, Object.fromEntries(columns.map(name => [name, result[name][k]]))))
    .sort((a, b) => (b[main] === null ? -Infinity : b[main]) - (a[main] === null ? -Infinity : a[main]) || 0);
  const known = rows => rows.filter(row => row[main] !== null);

  const measure = DM.select('sensitivity.measure', 'Measure',
    data.results.map(result => ({value: result.name, text: title(result) + (known(ranked(result)).length ? '' : ' (nothing to tell)')})),
    (data.results.find(result => known(ranked(result)).length) || data.results[0]).name, () => { DM.figures[id].redraw(); fill(); });
  const chosen = () => data.results.find(result => result.name === measure.value);
  const interval = (row, name) => (row[name + '_low'] === null ? '–' : DM.format(row[name + '_low'], 3) + ' … ' + DM.format(row[name + '_high'], 3));

  DM.figure(T.sensitivity, {
    id: id, title: morris ? 'Elementary effects' : 'Sobol indices', choices: [measure],
    about: morris
      ? 'Each factor by how much the measure changes from one end of it to the other: the mean size of the change, μ*, and its standard deviation, σ. To the right is what matters; high up is what matters more or less, or this way and that, depending on the other factors.'
      : 'Each factor by its share in the variance of the measure: by itself (first order), and with all it does together with others (total).',
    draw: function (figure) {
      const result = chosen(), rows = ranked(result), there = known(rows);
      figure.rest = DM.counted(result.used, data.group.slice(0, -1)) + (result.dropped ? ', ' + DM.count(result.dropped) + ' more left out, for a point of theirs has no value' : '') + '. 95 % intervals by bootstrap.';
      if (there.length === 0) figure.nothing(result.used === 0 ? 'There is no value of ' + title(result) + '.' : title(result) + ' is the same everywhere.');
      else (morris ? plane : bars)(figure, result, there);
      figure.table(['measure', 'unit', 'factor', ...columns, data.group, 'dropped'],
        rows.map(row => [result.name, result.unit, row.factor, ...columns.map(name => row[name]), result.used, result.dropped]));
    },
  });
  const place = DM.el('div');
  T.sensitivity.append(place);

  function fill() {
    const result = chosen();
    const number = (name, heading) => ({title: heading, text: row => DM.format(row[name]), number: true});
    place.replaceChildren(DM.table([
      {title: 'factor', text: row => row.factor},
      ...(morris
        ? [number('mu_star', DM.withUnit('μ*', result.unit)), {title: '95 % interval', text: row => interval(row, 'mu_star'), number: true}, number('mu', 'μ'), number('sigma', 'σ')]
        : [number('total', 'total'), {title: '95 % interval', text: row => interval(row, 'total'), number: true},
          number('first', 'first order'), {title: '95 % interval', text: row => interval(row, 'first'), number: true}]),
    ], ranked(result)));
  }
  fill();

  /* ---- elementary effects ------------------------------------------------------------------------ */

  function plane(figure, result, rows) {
    const box = {left: 78, top: 40, right: figure.width - 30, bottom: 440};
    const svg = figure.open(486);
    P.legend(svg, box.left, 6, 850, [{label: 'a factor, with the 95 % interval of μ*', color: P.color(0), kind: 'dot'}, {label: 'σ = μ*', color: 'var(--faint)', kind: 'dash'}]);
    const sigma = row => row.sigma || 0;
    const most = d3.max(rows, row => Math.max(row.mu_star, row.mu_star_high || 0)) || 1, up = d3.max(rows, sigma) || most;
    const x = P.scale('linear', [0, most * 1.06], [box.left, box.right]);
    const y = P.scale('linear', [0, up * 1.12], [box.bottom, box.top]);
    const unit = result.unit;
    P.axes(svg, box, Object.assign({grid: true, label: DM.withUnit('μ*: mean size of the change of ' + title(result), unit)}, x),
      Object.assign({grid: true, label: DM.withUnit('σ: its standard deviation', unit), offset: 60}, y));
    const g = P.clipped(svg, {left: box.left - 6, top: box.top, right: box.right + 6, bottom: box.bottom + 6});
    const end = Math.min(most * 1.06, up * 1.12);
    g.append('line').attr('x1', x.scale(0)).attr('y1', y.scale(0)).attr('x2', x.scale(end)).attr('y2', y.scale(end))
      .style('stroke', 'var(--faint)').style('stroke-width', 1.4).style('stroke-dasharray', '6 4');
    const spread = rows.filter(row => row.mu_star_low !== null);
    g.append('g').selectAll('line').data(spread).join('line').attr('class', 'interval').attr('x1', row => x.scale(row.mu_star_low)).attr('x2', row => x.scale(row.mu_star_high))
      .attr('y1', row => y.scale(sigma(row))).attr('y2', row => y.scale(sigma(row))).style('stroke', P.color(0)).style('stroke-width', 1.6).style('opacity', 0.55);
    const dots = g.append('g').selectAll('circle').data(rows).join('circle').attr('class', 'mark')
      .attr('cx', row => x.scale(row.mu_star)).attr('cy', row => y.scale(sigma(row))).attr('r', 5).style('fill', P.color(0));
    DM.tips(dots, row => row.factor + '\nμ* = ' + DM.format(row.mu_star) + (row.mu_star_low === null ? '' : '\n95 %: ' + interval(row, 'mu_star'))
      + '\nμ = ' + DM.format(row.mu) + '\nσ = ' + DM.format(row.sigma) + (unit && unit !== '1' ? '\nin ' + unit : ''));
    const lines = spread.map(row => [x.scale(row.mu_star_low), y.scale(sigma(row)) - 1, x.scale(row.mu_star_high), y.scale(sigma(row)) + 1]);
    const left = labels(svg, box, rows, row => [x.scale(row.mu_star), y.scale(sigma(row))], lines);
    figure.caption(result.meaning + '. ' + figure.rest + (left ? ' ' + DM.counted(left, 'factor') + ' without a label: the pointer and the table tell.' : ''));
  }

  /** Names beside their dots, where neither dots nor lines are in the way; tells of how many there was no room. */
  function labels(svg, box, rows, at, lines) {
    const g = svg.append('g').style('pointer-events', 'none');
    const taken = rows.map(row => { const [cx, cy] = at(row); return [cx - 6, cy - 6, cx + 6, cy + 6]; }).concat(lines);
    const free = area => area[0] >= box.left + 2 && area[2] <= box.right + 4 && area[1] >= box.top - 4 && area[3] <= box.bottom - 1
      && taken.every(other => area[2] < other[0] || other[2] < area[0] || area[3] < other[1] || other[3] < area[1]);
    let left = 0;
    rows.forEach((row, k) => {
      const [cx, cy] = at(row), text = P.shortened(row.factor, 34), wide = P.textWidth(text) * 1.08;
      const places = [];
      for (const far of [0, 14, 28, 44]) {
        places.push([cx - wide / 2, cy - 10 - far, 'middle', cx], [cx + 9, cy + 4 - far, 'start', cx + 9], [cx - wide - 9, cy + 4 - far, 'end', cx - 9],
          [cx - wide / 2, cy + 20 + far, 'middle', cx], [cx + 9, cy + 4 + far, 'start', cx + 9], [cx - wide - 9, cy + 4 + far, 'end', cx - 9]);
      }
      const found = k < MOST_LABELS ? places.find(([x, base]) => free([x, base - 11, x + wide, base + 3])) : undefined;
      if (!found) { left++; return; }
      const [x, base, anchor, tx] = found;
      taken.push([x, base - 11, x + wide, base + 3]);
      const below = base > cy, middle = base - 4;
      if (Math.abs(middle - cy) > 18) g.append('line').attr('class', 'axis').attr('x1', cx).attr('y1', cy + (below ? 6 : -6)).attr('x2', tx).attr('y2', below ? base - 11 : base + 3);
      g.append('text').attr('class', 'name').attr('x', tx).attr('y', base).attr('text-anchor', anchor)
        .style('stroke', 'var(--paper)').style('stroke-width', '3px').style('paint-order', 'stroke').text(text);
    });
    return left;
  }

  /* ---- Sobol indices -------------------------------------------------------------------------------- */

  function bars(figure, result, rows) {
    const shown = rows.slice(0, MOST_BARS), high = 38;
    const left = 34 + Math.max(50, P.textWidth('x'.repeat(d3.max(shown, row => Math.min(30, row.factor.length)))) * 1.08);
    const box = {left: left, top: 40, right: figure.width - 24};
    box.bottom = box.top + high * shown.length;
    const svg = figure.open(box.bottom + 46);
    P.legend(svg, Math.min(left, 120), 6, 820, [...KINDS.map(kind => ({label: kind.label, color: kind.color, kind: 'area'})), {label: '95 % interval', color: 'var(--ink)', kind: 'line'}]);
    const values = shown.flatMap(row => columns.map(name => row[name])).filter(value => value !== null);
    const least = Math.min(0, d3.min(values)), most = Math.max(d3.max(values), least + 1e-9);
    const x = P.scale('linear', [least < 0 ? least - 0.03 * (most - least) : 0, most + 0.03 * (most - least)], [box.left, box.right]);
    const y = d3.scaleBand(shown.map(row => row.factor), [box.top, box.bottom]);
    P.axes(svg, box, Object.assign({grid: true, label: 'share of the variance of ' + title(result)}, x),
      {scale: y, ticks: shown.map(row => row.factor), format: name => P.shortened(name, 30)});
    const thick = 13;
    KINDS.forEach((kind, k) => {
      const middle = row => y(row.factor) + high / 2 + (k - 0.5) * (thick + 1);
      const there = shown.filter(row => row[kind.name] !== null), spread = there.filter(row => row[kind.name + '_low'] !== null);
      DM.tips(svg.append('g').selectAll('rect').data(there).join('rect').attr('class', 'mark ' + kind.name)
        .attr('x', row => x.scale(Math.min(0, row[kind.name]))).attr('width', row => Math.abs(x.scale(row[kind.name]) - x.scale(0)))
        .attr('y', row => middle(row) - thick / 2).attr('height', thick).style('fill', kind.color), tip);
      const lines = svg.append('g').style('pointer-events', 'none').style('stroke', 'var(--ink)').style('stroke-width', 1.3);
      const line = (a, b, c, d) => lines.append('g').selectAll('line').data(spread).join('line').attr('x1', a).attr('x2', b).attr('y1', c).attr('y2', d)
        .style('stroke', 'var(--ink)').style('stroke-width', 1.3);
      const from = row => x.scale(row[kind.name + '_low']), to = row => x.scale(row[kind.name + '_high']);
      line(from, to, middle, middle);
      line(from, from, row => middle(row) - 3.5, row => middle(row) + 3.5);
      line(to, to, row => middle(row) - 3.5, row => middle(row) + 3.5);
    });
    svg.append('line').attr('class', 'zero').attr('x1', x.scale(0)).attr('x2', x.scale(0)).attr('y1', box.top).attr('y2', box.bottom);
    const sum = d3.sum(rows, row => row.first || 0);
    figure.caption(result.meaning + '. ' + figure.rest + ' The first-order indices sum to ' + DM.format(sum, 3) + '; to 1 where factors do not interact.'
      + (rows.length > shown.length ? ' The first ' + shown.length + ' of ' + DM.counted(rows.length, 'factor') + '; the table has them all.' : ''));

    function tip(row) {
      return row.factor + KINDS.map(kind => '\n' + kind.label + ': ' + DM.format(row[kind.name], 3) + (row[kind.name + '_low'] === null ? '' : '\n95 %: ' + interval(row, kind.name))).join('');
    }
  }
})(window.DM);
