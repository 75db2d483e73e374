/*
 * Paired differences: the same population and the same chance under two levels of a factor, run by
 * run. For factors with common random numbers.
 */
'use strict';
(function (DM) {
  const T = DM.study, P = DM.plot;
  // A sensitivity analysis has few pairs, if any: its points differ in more than a factor, or by small steps.
  if (DM.data.sensitivity) return;

  /** The two levels of a factor that most pairs of runs differ in, numbers far apart; null if none do. */
  function bestPair(one) {
    const others = T.factors.filter(other => other !== one);
    const alike = d3.group(d3.range(DM.data.rows.count), run => others.map(other => T.levelIndex(other, run)).join(' ') + '#' + T.replication(run));
    const counts = new Map();
    alike.forEach(runs => {
      const levels = runs.map(run => T.levelIndex(one, run)).sort(d3.ascending);
      const all = levels.length <= 12 ? d3.cross(levels, levels) : [[levels[0], levels[levels.length - 1]]];
      all.filter(([a, b]) => a < b).forEach(([a, b]) => {
        const known = counts.get(a + ' ' + b) || {first: a, second: b, n: 0};
        known.n++;
        counts.set(a + ' ' + b, known);
      });
    });
    const apart = pair => (one.numbers ? pair.second - pair.first : -pair.first - pair.second);
    return d3.greatest(counts.values(), (p, q) => p.n - q.n || apart(p) - apart(q)) || null;
  }

  const best = new Map(T.common.map(one => [one, bestPair(one)]));
  const factors = T.common.filter(one => best.get(one) !== null);
  if (factors.length === 0) return;

  const redraw = () => DM.figures['paired-differences'].redraw();
  const measure = T.chooseMeasure('paired.measure', [], redraw);
  const NONE = -1;
  // The lists of levels depend on the factor, so each factor has its own; one of them is seen.
  const factor = T.chooseFactor('paired.factor', 'Factor', factors, factors[0].index, () => { show(); redraw(); });
  const levels = new Map(factors.map(one => [one.index, ['first', 'second'].map((which, k) =>
    DM.select('paired.' + one.name + '.' + which, k === 0 ? 'Level' : 'less', one.texts.map((text, i) => ({value: i, text: P.shortened(text, 40)})), best.get(one)[which], redraw))]));
  const by = DM.select('paired.by', 'By', [{value: NONE, text: 'all together'}, ...T.varied.map(one => ({value: one.index, text: one.name}))],
    (T.varied.find(one => !T.common.includes(one)) || {index: NONE}).index, redraw);

  function show() {
    levels.forEach((pair, index) => pair.forEach(list => { list.element.hidden = index !== factor.number; list.element.style.display = index === factor.number ? '' : 'none'; }));
  }

  /** Pairs of runs that differ in the factor alone: {cell, replication, value, first, second}. */
  function pairs(one, first, second, shown) {
    const others = T.factors.filter(other => other !== one);
    const key = run => others.map(other => T.levelIndex(other, run)).join(' ') + '#' + T.replication(run);
    const partners = new Map(T.runs().filter(run => T.levelIndex(one, run) === second).map(run => [key(run), run]));
    const result = [];
    T.runs().filter(run => T.levelIndex(one, run) === first).forEach(run => {
      const partner = partners.get(key(run));
      if (partner === undefined) return;
      const a = shown.value(run), b = shown.value(partner);
      if (a !== null && b !== null) result.push({cell: T.cell(run), replication: T.replication(run), value: a - b, first: run, second: partner});
    });
    return result;
  }

  DM.figure(T.results, {
    id: 'paired-differences', title: 'Paired differences', choices: [measure, factor, ...Array.from(levels.values()).flat(), by],
    about: 'Two levels of a factor on the same populations and the same random numbers: the difference in each pair of runs, and its mean.',
    draw: function (figure) {
      show();
      const one = T.factor(factor.number), shown = T.measure(measure.value);
      const [first, second] = levels.get(one.index).map(list => list.number);
      const a = one.texts[first], b = one.texts[second];
      if (first === second) return figure.nothing('Choose two different levels.');
      const all = pairs(one, first, second, shown);
      if (all.length === 0) return figure.nothing('No pair of runs has this measure at both levels.');
      const other = by.number === NONE || by.number === one.index ? null : T.factor(by.number);
      const groups = other && T.groups(other);
      const sets = [{name: 'all', pairs: all}];
      if (groups) groups.names.forEach((name, k) => sets.push({name: name, pairs: all.filter(pair => groups.of(pair.first) === k)}));
      const rows = sets.filter(set => set.pairs.length > 0).map(set => Object.assign(set, DM.stats.estimate(set.pairs)));
      const title = shown.title + ': ' + (one.numbers ? one.name + ' ' : '') + a + ' less ' + b;
      const high = Math.max(34, Math.min(64, 420 / rows.length));
      const left = 46 + Math.max(40, P.textWidth('x'.repeat(d3.max(rows, row => Math.min(22, text(row.name).length)))));
      const box = {left: left, top: 36, right: figure.width - 230};
      box.bottom = box.top + high * rows.length;
      const svg = figure.open(box.bottom + 48);
      const values = all.map(pair => pair.value).sort(d3.ascending);
      const trimmed = [DM.stats.quantile(values, 0.01), DM.stats.quantile(values, 0.99)];
      const whole = P.extent([...values, 0], {});
      const middle = P.extent([...trimmed, 0, ...rows.flatMap(row => [row.low, row.high, row.mean])], {pad: 0.1});
      const cut = whole[1] - whole[0] > 4 * (middle[1] - middle[0]);
      const x = P.scale('linear', cut ? middle : whole, [box.left, box.right]);
      const y = d3.scaleBand(rows.map(row => row.name), [box.top, box.bottom]);
      P.legend(svg, box.left, 4, 860, [{label: 'a pair of runs', color: P.color(5), kind: 'dot'}, {label: 'mean difference with 95 % confidence interval', color: P.color(1), kind: 'line'}, {label: 'no difference', color: 'var(--ink)', kind: 'dash'}]);
      P.axes(svg, box, Object.assign({grid: true, label: P.shortened(DM.withUnit(title, shown.unit), 95)}, x),
        {scale: y, ticks: rows.map(row => row.name), format: name => P.shortened(text(name), 22), label: other ? other.label : null, offset: left - 18});
      const g = P.clipped(svg, box);
      g.append('line').attr('class', 'zero').attr('x1', x.scale(0)).attr('x2', x.scale(0)).attr('y1', box.top).attr('y2', box.bottom);
      const step = Math.max(1, Math.ceil(d3.sum(rows, row => row.pairs.length) / 2000));
      rows.forEach(row => {
        const at = y(row.name) + high / 2;
        DM.tips(g.append('g').selectAll('circle').data(row.pairs.filter((pair, k) => k % step === 0)).join('circle').attr('class', 'mark')
          .attr('cx', pair => x.scale(pair.value)).attr('cy', pair => at + ((Math.imul(pair.first + 1, 2654435761) >>> 0) / 2147483648 - 1) * high * 0.3).attr('r', 2.6)
          .style('fill', P.color(5)).style('fill-opacity', 0.6),
          pair => 'rows ' + DM.data.rows.number[pair.first] + ' and ' + DM.data.rows.number[pair.second] + '\n' + a + ': ' + DM.format(shown.value(pair.first), 6) + '\n' + b + ': ' + DM.format(shown.value(pair.second), 6) + '\ndifference: ' + DM.format(pair.value));
        if (row.low !== null) {
          g.append('line').attr('x1', x.scale(row.low)).attr('x2', x.scale(row.high)).attr('y1', at).attr('y2', at).style('stroke', P.color(1)).style('stroke-width', 3);
        }
        DM.tips(g.append('circle').datum(row).attr('class', 'mark').attr('cx', x.scale(row.mean)).attr('cy', at).attr('r', 5.5).style('fill', P.color(1)), told);
        svg.append('text').attr('class', 'tick').attr('x', box.right + 12).attr('y', at).attr('dy', '0.35em')
          .text(DM.format(row.mean, 3) + (row.low === null ? '' : '  [' + DM.format(row.low, 3) + ', ' + DM.format(row.high, 3) + ']'));
      });
      svg.append('text').attr('class', 'tick').attr('x', box.right + 12).attr('y', box.top - 8).text('mean [95 % interval]');
      const overall = rows[0];
      const clear = overall.low !== null && (overall.low > 0 || overall.high < 0);
      figure.caption(title + ' is ' + DM.format(overall.mean) + (overall.low === null ? '' : ' on average (95 %: ' + DM.format(overall.low) + ' … ' + DM.format(overall.high) + ')')
        + ' over ' + DM.counted(all.length, 'pair') + '; above 0 in ' + DM.format(100 * all.filter(pair => pair.value > 0).length / all.length, 3) + ' % of them, the same in '
        + DM.format(100 * all.filter(pair => pair.value === 0).length / all.length, 3) + ' %. ' + (overall.low === null ? '' : clear ? 'The interval excludes 0. ' : 'The interval includes 0. ')
        + (DM.stats.basis[overall.by]) + '.' + (cut ? ' Pairs beyond the axis are not drawn.' : '') + T.remark());
      figure.table(['by', 'level', 'measure', 'unit', 'first', 'second', 'pairs', 'mean', 'low', 'high'],
        rows.map(row => [row === overall ? '' : other.name, row === overall ? '' : row.name, shown.name, shown.unit, one.levels[first], one.levels[second], row.n, row.mean, row.low, row.high]));

      function text(name) {
        return name === 'all' || !groups ? name : groups.text(name);
      }

      function told(row) {
        return title + '\n' + (row === overall ? 'all pairs' : other.name + ' = ' + text(row.name)) + '\nmean ' + DM.format(row.mean) + (row.low === null ? '' : '\n95 %: ' + DM.format(row.low) + ' … ' + DM.format(row.high)) + '\n' + DM.counted(row.n, 'pair');
      }
    },
  });
})(window.DM);
