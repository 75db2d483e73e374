/*
 * The series that a study keeps, round by round: means over groups of runs, as Java reckoned them.
 */
'use strict';
(function (DM) {
  const T = DM.study, P = DM.plot, data = DM.data.rounds;
  if (!data) return;
  const MOST_BANDS = 8, MOST_LINES = 24;
  const ALL = 'all', POINT = 'point';
  const rounds = data.round, slots = d3.range(rounds.length);
  const section = DM.section('rounds', 'Round by round');

  const redraw = () => DM.figures['round-means'].redraw();
  const afresh = () => { domain = null; redraw(); };
  const name = by => T.factor(by.factor).name;
  const series = DM.select('rounds.measure', 'Measure', data.series.map(one => ({value: one.name, text: one.name.replace(/_/g, ' ')})), data.series[0].name, redraw);
  const common = data.by.findIndex(by => T.common.some(factor => factor.index === by.factor));
  const lines = DM.select('rounds.by', 'A line for each', [...data.by.map((by, k) => ({value: k, text: name(by)})),
    ...(data.points.length ? [{value: POINT, text: 'point'}] : []), {value: ALL, text: '(all runs together)'}],
    data.by.length ? Math.max(0, common) : ALL, redraw);
  const only = DM.select('rounds.only', 'Only runs with', [{value: ALL, text: 'any levels'},
    ...(data.pairs ? data.by.flatMap((by, k) => by.names.map((level, i) => ({value: k + '=' + i, text: P.shortened(name(by) + ' = ' + level, 50)}))) : [])], ALL, redraw);
  const band = DM.select('rounds.band', 'Band', [{value: 'interval', text: '95 % interval of the mean'}, {value: 'half', text: 'middle half of the runs'}, {value: 'none', text: 'none'}], 'interval', redraw);
  const scaleKind = DM.select('rounds.scale', 'Scale', [{value: 'auto', text: 'automatic'}, {value: 'linear', text: 'linear'}, {value: 'log', text: 'logarithmic'}], 'auto', redraw);
  const axis = DM.select('rounds.axis', 'Rounds', [{value: 'linear', text: 'evenly'}, {value: 'log', text: 'logarithmically'}], data.longest > 6 * data.median ? 'log' : 'linear', afresh);
  let domain = null;

  const at = (column, k) => (Array.isArray(column) ? column[k] : column);
  const basis = {replications: DM.stats.basis.replications, points: DM.stats.basis.points};

  /** The groups to be drawn: {by, label, key}. */
  function groups() {
    const filter = only.value === ALL ? null : only.value;
    const [factor, level] = filter ? filter.split('=').map(Number) : [-1, -1];
    if (lines.value === POINT) {
      return data.points.filter(point => !filter || point.groups[factor] === level).map(point => ({
        by: 'point', level: String(point.number), key: '#' + point.number,
        label: point.number + ': ' + T.varied.map(one => P.shortened(point.levels[one.index], 14)).join(', ')}));
    }
    if (lines.value === ALL) return [{by: '', level: '', key: filter || '', label: filter ? only.text : 'all runs'}];
    const by = lines.number;
    return data.by[by].names.map((level, i) => ({by: name(data.by[by]), level: level, label: P.shortened(level, 30),
      key: !filter || filter === by + '=' + i ? by + '=' + i : by === factor ? null : by < factor ? by + '=' + i + ' ' + filter : filter + ' ' + by + '=' + i}));
  }

  function points(group, index) {
    const line = group.series[index];
    return slots.map(k => ({round: rounds[k], playing: at(group.playing, k), n: at(line.n, k) || 0, mean: at(line.mean, k),
      low: at(line.low, k), high: at(line.high, k), lower: at(line.lower, k), upper: at(line.upper, k)}));
  }

  DM.figure(section, {
    id: 'round-means', title: 'Means over runs, round by round', choices: [series, lines, ...(data.pairs ? [only] : []), band, scaleKind, axis],
    draw: function (figure) {
      const index = data.series.findIndex(one => one.name === series.value), shown = data.series[index];
      const title = shown.name.replace(/_/g, ' ');
      const all = groups().filter(group => data.groups[group.key])
        .map(group => Object.assign(group, {basis: data.groups[group.key].series[index].basis, points: points(data.groups[group.key], index)}))
        .filter(group => group.points.some(point => point.mean !== null));
      if (all.length === 0) return figure.nothing('No such run has this measure in any round.');
      const sets = all.slice(0, MOST_LINES);
      const color = P.color, dash = k => [null, '7 4', '2 3'][Math.floor(k / 8)];
      const ends = {interval: ['low', 'high'], half: ['lower', 'upper'], none: null}[band.value];
      const banded = ends !== null && sets.length <= MOST_BANDS && sets.some(set => set.points.some(point => point[ends[0]] !== null));
      const means = sets.flatMap(set => set.points.map(point => point.mean)).filter(value => value !== null);
      const sizes = means.map(Math.abs).filter(size => size > 0).sort(d3.ascending);
      const typical = sizes.length ? DM.stats.quantile(sizes, 0.5) : 1, most = d3.max(means), least = d3.min(means);
      const log = least >= 0 && most > 0 && (scaleKind.value === 'log' || scaleKind.value === 'auto' && most > 25 * typical);
      const values = banded ? [...means, ...sets.flatMap(set => set.points.flatMap(point => ends.map(end => point[end])))] : means;
      const unit = Math.max(d3.min(sizes) || 1, most * 1e-6);
      const extent = log ? [0, d3.max(values) * 1.3] : P.extent(values, {zero: true, pad: 0.06});
      if (least >= 0) extent[0] = Math.max(0, extent[0]);

      const svg = figure.open(400);
      const legend = P.legend(svg, 78, 6, 850, [
        ...sets.map((set, k) => ({label: set.label, color: color(k), kind: 'line', dash: dash(k)})),
        ...(banded ? [{label: ends[0] === 'low' ? '95 % confidence interval' : 'middle half of the runs', color: 'var(--faint)', kind: 'area', opacity: 0.25}] : [])]);
      const box = {left: 78, top: 16 + legend, right: figure.width - 24, bottom: 296 + legend};
      figure.height = box.bottom + 46;
      svg.attr('viewBox', '0 0 ' + figure.width + ' ' + figure.height);
      const whole = rounds.length === 1 ? [rounds[0] - 0.5, rounds[0] + 0.5] : axis.value === 'log' ? [1, data.longest] : [0.5, data.longest + 0.5];
      const x = P.scale(axis.value, domain || whole, [box.left, box.right]);
      x.ticks = x.ticks.filter(Number.isInteger);
      const y = P.scale(log ? 'zero-log' : 'linear', extent, [box.bottom, box.top], unit);
      P.axes(svg, box, Object.assign({label: 'round', format: DM.count}, x), Object.assign({label: DM.withUnit('mean ' + title, shown.unit), grid: true, offset: 60}, y));
      const g = P.clipped(svg, box);
      const across = point => x.scale(point.round);
      sets.forEach((set, k) => {
        if (banded) {
          const known = set.points.filter(point => point[ends[0]] !== null);
          // A single round has a band of some width all the same.
          const places = known.length === 1 ? [[known[0], -14], [known[0], 14]] : set.points.map(point => [point, 0]);
          g.append('path').attr('class', 'band').attr('d', d3.area().defined(([point]) => point[ends[0]] !== null && point[ends[1]] !== null)
            .x(([point, aside]) => across(point) + aside).y0(([point]) => y.scale(point[ends[0]])).y1(([point]) => y.scale(point[ends[1]]))(places))
            .style('fill', color(k)).style('fill-opacity', sets.length > 4 ? 0.12 : 0.2);
        }
      });
      sets.forEach((set, k) => {
        const known = set.points.filter(point => point.mean !== null);
        g.append('path').attr('class', 'mark').attr('d', d3.line().defined(point => point.mean !== null).x(across).y(point => y.scale(point.mean))(set.points))
          .style('fill', 'none').style('stroke', color(k)).style('stroke-width', 2).style('stroke-dasharray', dash(k));
        if (known.length <= 3) g.append('g').selectAll('circle').data(known).join('circle').attr('cx', across).attr('cy', point => y.scale(point.mean)).attr('r', 3.5).style('fill', color(k));
      });
      const cross = svg.append('line').attr('class', 'cross').attr('data-screen', '').attr('y1', box.top).attr('y2', box.bottom).attr('visibility', 'hidden');
      P.zoomAcross(svg, box, x.scale, zoomed => { domain = zoomed; redraw(); })
        .on('pointermove.tip', event => {
          const [px, py] = d3.pointer(event, svg.node());
          const k = d3.least(slots, slot => Math.abs(x.scale(rounds[slot]) - px));
          const known = sets.filter(set => set.points[k].mean !== null);
          const told = known.length <= MOST_BANDS ? known : [d3.least(known, set => Math.abs(y.scale(set.points[k].mean) - py))];
          cross.attr('x1', x.scale(rounds[k])).attr('x2', x.scale(rounds[k])).attr('visibility', 'visible');
          DM.showTip(event, 'round ' + DM.count(rounds[k]) + '\n' + told.map(set => text(set, set.points[k], ends || ['low', 'high'])).join('\n'));
        })
        .on('pointerleave.tip', () => { cross.attr('visibility', 'hidden'); DM.hideTip(); });
      const bases = ends && ends[0] === 'low' ? Array.from(new Set(sets.map(set => basis[set.basis]).filter(Boolean))) : [];
      figure.caption(shown.meaning + '. ' + ended(shown) + (bases.length ? ' ' + bases.join('; ') + '.' : '')
        + (ends && sets.length > MOST_BANDS ? ' Bands are drawn of up to ' + MOST_BANDS + ' lines; they are at the pointer and in the CSV.' : '')
        + (all.length > sets.length ? ' Drawn are the first ' + sets.length + ' of ' + DM.counted(all.length, 'line') + '; the CSV has them all.' : '')
        + (rounds.length < data.longest ? ' Of ' + DM.count(data.longest) + ' rounds ' + DM.count(rounds.length) + ' are here; rounds.csv has them all.' : '')
        + (log ? ' The scale is logarithmic, with a place for 0.' : '') + ' Drag across to zoom, double click for all.');
      figure.table(['by', 'level', 'only', 'measure', 'unit', 'round', 'runs', 'playing', 'mean', 'low', 'high', 'lower_quartile', 'upper_quartile'],
        all.flatMap(set => set.points.filter(point => point.n > 0).map(point =>
          [set.by, set.level, only.value === ALL ? '' : only.text, shown.name, shown.unit, point.round, point.n, point.playing, point.mean, point.low, point.high, point.lower, point.upper])));
    },
  });

  function text(set, point, ends) {
    return set.label + ': ' + DM.format(point.mean) + (point[ends[0]] === null ? '' : ' (' + DM.format(point[ends[0]]) + ' … ' + DM.format(point[ends[1]]) + ')')
      + ', ' + DM.counted(point.n, 'run') + (point.playing < point.n ? ', ' + DM.count(point.playing) + ' not at an end' : '');
  }

  /** What happens to runs after their end. */
  function ended(shown) {
    const converged = (data.ended.converged || 0) + (data.ended.cleared || 0);
    const others = Object.entries(data.ended).filter(([status]) => status !== 'converged' && status !== 'cleared');
    const rest = d3.sum(others, ([, count]) => count);
    return (converged ? 'A market that has converged or was cleared stays as it is: after its end a run counts with '
        + (shown.perRound ? '0, for nothing happens any more' : 'its last value') + ' (' + DM.counted(converged, 'run') + ').' : '')
      + (rest ? (converged ? ' ' : '') + (rest === 1 ? 'The run that ended otherwise counts' : 'The ' + DM.count(rest) + ' runs that ended otherwise count') + ' up to the last round only ('
        + others.map(([status, count]) => status + ': ' + DM.count(count)).join(', ') + '), so a line may jump where such a run ends, and its interval ends where too few are left.' : '');
  }
})(window.DM);
