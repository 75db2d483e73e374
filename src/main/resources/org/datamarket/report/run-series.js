/*
 * The market round by round. Zooming one picture zooms them all.
 */
'use strict';
(function (DM) {
  const P = DM.plot, R = DM.run, rounds = DM.data.rounds, summary = DM.data.summary;
  if (rounds.round.length === 0 || R.cleared) return;
  const section = DM.section('rounds', 'Round by round', DM.data.every > 1
    ? 'Of ' + DM.count(summary.rounds) + ' rounds every ' + DM.count(DM.data.every) + 'th is shown, and the last; rounds.csv has them all. Drag across to zoom, double click for all.'
    : 'At the end of each round. Drag across to zoom, double click for all.');
  const pictures = [];
  let domain = null;

  const last = rounds.round[rounds.round.length - 1];
  const column = name => rounds[name];
  const any = name => column(name).some(value => value !== null && value !== 0);

  /**
   * A figure of series.
   *
   * @param spec {id, title, unit, label, lines: [{name, label, color, kind, values}],
   *     bands: [{label, low, high, color, opacity}], bars, constants: [{label, value, color}],
   *     scale: 'linear' or 'zero-log', scaleUnit, zero, caption}
   */
  function series(spec) {
    pictures.push(spec.id);
    const all = () => [...(spec.lines || []).flatMap(line => line.values), ...(spec.bands || []).flatMap(band => [...band.low, ...band.high]), ...(spec.constants || []).map(c => c.value)];
    DM.figure(section, {
      id: spec.id, title: spec.title,
      draw: function (figure) {
        const values = all().filter(value => value !== null);
        if (values.length === 0) return figure.nothing(spec.none || 'There is nothing to show.');
        const items = [
          ...(spec.lines || []).map(line => ({label: line.label, color: line.color, kind: spec.bars ? 'area' : line.kind || 'line'})),
          ...(spec.bands || []).map(band => ({label: band.label, color: band.color, kind: 'area', opacity: band.opacity})),
          ...(spec.constants || []).map(c => ({label: c.label, color: c.color, kind: 'dash'}))];
        const box = {left: 78, top: 40, right: figure.width - 24, bottom: 300};
        const svg = figure.open(346);
        P.legend(svg, box.left, 6, 850, items);
        const x = P.scale('linear', domain || [rounds.round[0] - 0.5, last + 0.5], [box.left, box.right]);
        x.ticks = x.ticks.filter(Number.isInteger);
        const inside = k => rounds.round[k] >= x.scale.domain()[0] - 1 && rounds.round[k] <= x.scale.domain()[1] + 1;
        const extent = spec.scale === 'zero-log' ? [0, d3.max(values) * 1.3 || 1] : P.extent(values, {zero: spec.zero, pad: 0.06});
        const y = P.scale(spec.scale || 'linear', extent, [box.bottom, box.top], spec.scaleUnit);
        P.axes(svg, box, Object.assign({label: 'round', format: DM.count}, x), Object.assign({label: DM.withUnit(spec.label, spec.unit), grid: true, offset: 60}, y));
        const g = P.clipped(svg, box);
        const index = d3.range(rounds.round.length).filter(inside);
        const at = k => x.scale(rounds.round[k]);
        // A single round has a band of some width all the same.
        const ends = index.length === 1 ? [[index[0], -14], [index[0], 14]] : index.map(k => [k, 0]);
        (spec.bands || []).forEach(band => g.append('path').attr('class', 'mark')
          .attr('d', d3.area().defined(([k]) => band.low[k] !== null && band.high[k] !== null).x(([k, aside]) => at(k) + aside).y0(([k]) => y.scale(band.low[k])).y1(([k]) => y.scale(band.high[k]))(ends))
          .style('fill', band.color).style('fill-opacity', band.opacity));
        (spec.constants || []).filter(c => c.value !== null).forEach(c => g.append('line').attr('x1', box.left).attr('x2', box.right).attr('y1', y.scale(c.value)).attr('y2', y.scale(c.value))
          .style('stroke', c.color).style('stroke-width', 1.8).style('stroke-dasharray', '6 4'));
        if (spec.bars) {
          const wide = Math.max(1, Math.min(22, 0.8 * (box.right - box.left) / Math.max(1, index.length)));
          g.append('g').selectAll('rect').data(index.filter(k => spec.lines[0].values[k] > 0)).join('rect').attr('class', 'mark')
            .attr('x', k => at(k) - wide / 2).attr('width', wide).attr('y', k => y.scale(spec.lines[0].values[k])).attr('height', k => box.bottom - y.scale(spec.lines[0].values[k])).style('fill', spec.lines[0].color);
        } else {
          spec.lines.forEach(line => {
            const known = index.filter(k => line.values[k] !== null);
            g.append('path').attr('class', 'mark').attr('d', d3.line().defined(k => line.values[k] !== null).x(at).y(k => y.scale(line.values[k]))(index))
              .style('fill', 'none').style('stroke', line.color).style('stroke-width', 2).style('stroke-dasharray', line.kind === 'dash' ? '6 4' : null);
            if (known.length <= 3) g.append('g').selectAll('circle').data(known).join('circle').attr('cx', at).attr('cy', k => y.scale(line.values[k])).attr('r', 3.5).style('fill', line.color);
          });
        }
        const cross = svg.append('line').attr('class', 'cross').attr('data-screen', '').attr('y1', box.top).attr('y2', box.bottom).attr('visibility', 'hidden');
        P.zoomAcross(svg, box, x.scale, zoomed => { domain = zoomed; pictures.forEach(id => DM.figures[id].redraw()); })
          .on('pointermove.tip', event => {
            const near = d3.least(index, k => Math.abs(at(k) - d3.pointer(event, svg.node())[0]));
            if (near === undefined) return;
            cross.attr('x1', at(near)).attr('x2', at(near)).attr('visibility', 'visible');
            DM.showTip(event, 'round ' + DM.count(rounds.round[near]) + '\n'
              + [...(spec.lines || []).map(line => line.label + ': ' + DM.format(line.values[near])),
                ...(spec.bands || []).map(band => band.label + ': ' + DM.format(band.low[near]) + ' … ' + DM.format(band.high[near])),
                ...(spec.constants || []).map(c => c.label + ': ' + DM.format(c.value))].join('\n'));
          })
          .on('pointerleave.tip', () => { cross.attr('visibility', 'hidden'); DM.hideTip(); });
        figure.caption(spec.caption || '');
        const columns = [...(spec.lines || []).map(line => [line.name, line.values]), ...(spec.bands || []).flatMap(band => [[band.names[0], band.low], [band.names[1], band.high]]),
          ...(spec.constants || []).map(c => [c.name, rounds.round.map(() => c.value)])];
        figure.table(['round', ...columns.map(entry => entry[0])], rounds.round.map((round, k) => [round, ...columns.map(entry => entry[1][k])]));
      },
    });
  }

  series({
    id: 'utilities', title: 'Utilities of the buyers', label: 'utility', unit: R.money,
    lines: [{name: 'utility_median', label: 'median', color: P.color(0), values: column('utility_median')}, {name: 'utility_mean', label: 'mean', color: P.color(1), kind: 'dash', values: column('utility_mean')}],
    bands: [{label: 'all buyers', names: ['utility_min', 'utility_max'], low: column('utility_min'), high: column('utility_max'), color: P.color(0), opacity: 0.12},
      {label: 'middle half', names: ['utility_lower_quartile', 'utility_upper_quartile'], low: column('utility_lower_quartile'), high: column('utility_upper_quartile'), color: P.color(0), opacity: 0.3}],
    ...dwarfed(),
  });

  /** A logarithmic scale when the luckiest buyers would hide all others on a linear one. */
  function dwarfed() {
    const least = d3.min(column('utility_min')), most = d3.max(column('utility_max')), usual = d3.max(column('utility_upper_quartile'));
    return least >= 0 && usual > 0 && most > 20 * usual ? {scale: 'zero-log', scaleUnit: usual / 10, caption: 'The scale is logarithmic, with a place for 0.'} : {zero: true};
  }

  series({
    id: 'bids', title: 'Bids accepted in each round', label: 'bids in a round', unit: '', bars: true, scale: 'zero-log', scaleUnit: 1,
    lines: [{name: 'messages', label: 'bids accepted', color: P.color(0), values: column('messages')}],
    caption: (any('messages') ? '' : 'Nobody bid in any round. ') + 'The scale is logarithmic, with a place for 0.',
  });
  if (column('nash_gap').some(value => value !== null)) {
    series({
      id: 'nash-gap', title: 'What a buyer could still gain', label: 'Nash gap', unit: R.money, scale: 'zero-log', scaleUnit: summary.epsilon > 0 ? summary.epsilon / 10 : (d3.max(column('nash_gap')) || 1) / 1e6,
      lines: [{name: 'nash_gap', label: 'Nash gap', color: P.color(2), values: column('nash_gap')}],
      constants: [{name: 'epsilon', label: 'ε = ' + DM.format(summary.epsilon) + ' ' + R.money, value: summary.epsilon, color: P.color(1)}],
      caption: 'The most that any one buyer could gain by any bids. The scale is logarithmic, with a place for 0.',
    });
  }
  const spread = sign => column('price_mean').map((mean, k) => (mean === null ? null : Math.max(0, mean * (1 + sign * (column('price_dispersion')[k] || 0)))));
  series({
    id: 'prices', title: 'Prices paid', label: 'unit price', unit: R.unitPrice, zero: true, none: 'Nothing was sold in any round.',
    lines: [{name: 'price_mean', label: 'mean price paid', color: P.color(0), values: column('price_mean')}, {name: 'reserve_mean', label: 'mean reserve of the sellers', color: P.color(1), kind: 'dash', values: column('reserve_mean')}],
    bands: [{label: '± one standard deviation by quantity', names: ['price_low', 'price_high'], low: spread(-1), high: spread(1), color: P.color(0), opacity: 0.2}],
  });
  series({
    id: 'welfare', title: 'Welfare against the optimum', label: 'welfare', unit: R.money, zero: true,
    lines: [{name: 'welfare', label: 'welfare', color: P.color(0), values: column('welfare')}],
    constants: [{name: 'optimum', label: 'the most that a planner could reach', value: summary.optimum, color: P.color(1)}],
  });
})(window.DM);
