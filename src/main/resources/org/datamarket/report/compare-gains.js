/*
 * Mechanisms on the same markets: who gains and who loses, group by group.
 */
'use strict';
(function (DM) {
  const C = DM.comparison, P = DM.plot, shares = DM.data.shares;
  if (C.mechanisms.length < 2) return;

  const section = DM.section('gains', 'Who gains and who loses',
    'Buyers in five equal groups by their wish to pay for the first unit (by the mean worth of a unit, where some would pay any price for the first), sellers in five by what they have to sell, and the ISP.');
  const noMarket = C.mechanisms.findIndex(one => one.name === 'no-market');
  const against = DM.select('gains.against', 'Against', C.mechanisms.map((one, d) => ({value: d, text: C.name(d)})), noMarket >= 0 ? noMarket : C.base, () => DM.figures.gains.redraw());

  const column = name => shares.find(one => one.name === name).values;
  const GROUPS = [1, 2, 3, 4, 5];
  const sides = [
    {title: 'buyers', label: 'utility per buyer', groups: GROUPS.map(g => ({text: g === 1 ? 'least wish to pay' : g === 5 ? 'most' : String(g), values: column('buyers_' + g)}))},
    {title: 'sellers', label: 'profit per seller', groups: GROUPS.map(g => ({text: g === 1 ? 'smallest' : g === 5 ? 'largest' : String(g), values: column('sellers_' + g)}))},
    {title: 'ISP', label: 'profit', groups: [{text: 'ISP', values: column('isp')}]},
  ];
  const some = group => group.values.some(own => own.some(value => value !== null && value !== 0));
  sides.forEach(side => { side.groups = side.groups.filter(group => group.values.some(own => own.some(value => value !== null))); });
  const present = sides.filter(side => side.groups.some(some));
  if (present.length === 0) return;

  const color = (k, n) => (n === 1 ? P.color(3) : P.cividis(0.12 + 0.8 * k / (n - 1)));

  DM.figure(section, {
    id: 'gains', title: 'Gains and losses', choices: [against],
    draw: function (figure) {
      const other = against.number;
      const designs = d3.range(C.mechanisms.length).filter(d => d !== other);
      const cells = present.map(side => designs.map(d => side.groups.map(group => DM.stats.estimate(C.pairs(group.values, d, other)))));
      if (cells.flat(2).every(one => one.n === 0)) return figure.nothing('Nobody’s part is known under ' + C.mechanisms[other].name + ' and another mechanism.');
      const high = 52, left = 22 + Math.max(...designs.map(d => P.textWidth(C.name(d))));
      const gap = 26, room = (figure.width - left - 16 - gap * (present.length - 1)) / d3.sum(present, side => (side.title === 'ISP' ? 0.7 : 1));
      const top = 62, bottom = top + high * designs.length;
      const svg = figure.open(bottom + 50);
      const y = d3.scaleBand(designs, [top, bottom]);
      let from = left;
      present.forEach((side, k) => {
        const box = {left: from, right: from + room * (side.title === 'ISP' ? 0.7 : 1), top: top, bottom: bottom};
        from = box.right + gap;
        const known = cells[k].flat().filter(one => one.n > 0);
        svg.append('text').attr('class', 'panel').attr('x', box.left).attr('y', 14).text(side.title);
        const x = P.scale('linear', P.extent([0, ...known.flatMap(one => (one.low === null ? [one.mean] : [one.low, one.high, one.mean]))], {}), [box.left, box.right]);
        P.axes(svg, box, Object.assign({grid: true, label: side.label + ' (' + C.money + ')'}, x), {scale: y, ticks: designs, format: C.name, bare: k > 0});
        if (side.groups.length > 1) {
          let at = box.left;
          side.groups.forEach((group, g) => {
            svg.append('circle').attr('cx', at + 5).attr('cy', 34).attr('r', 4.5).style('fill', color(g, side.groups.length)).style('stroke', 'var(--faint)').style('stroke-width', 0.6);
            const text = g === 0 || g === side.groups.length - 1 ? group.text : '';
            if (text) svg.append('text').attr('class', 'tick').attr('x', at + 13).attr('y', 34).attr('dy', '0.35em').text(text);
            at += 16 + (text ? P.textWidth(text) + 8 : 0);
          });
        }
        designs.forEach((d, row) => {
          svg.append('line').attr('class', 'grid').attr('x1', box.left).attr('x2', box.right).attr('y1', y(d) + high).attr('y2', y(d) + high);
          const unknown = cells[k][row].every(one => one.n === 0);
          if (unknown) svg.append('text').attr('class', 'tick').attr('x', box.left + 22).attr('y', y(d) + high / 2).attr('dy', '0.35em').text('n/a');
          side.groups.forEach((group, g) => {
            const one = cells[k][row][g];
            if (one.n === 0) return;
            const at = y(d) + high * (g + 1) / (side.groups.length + 1);
            if (one.low !== null) svg.append('line').attr('x1', x.scale(one.low)).attr('x2', x.scale(one.high)).attr('y1', at).attr('y2', at).style('stroke', 'var(--faint)').style('stroke-width', 2);
            DM.tips(svg.append('circle').datum(one).attr('class', 'mark').attr('cx', x.scale(one.mean)).attr('cy', at).attr('r', 4.2)
              .style('fill', color(g, side.groups.length)).style('stroke', 'var(--faint)').style('stroke-width', 0.6),
              () => C.name(d) + ', ' + side.title + (side.groups.length > 1 ? ' ' + (g + 1) + ' of ' + side.groups.length : '') + '\n' + C.difference(one) + ' ' + C.money + '\n' + DM.counted(one.n, 'pair'));
          });
        });
        svg.append('line').attr('class', 'zero').attr('x1', x.scale(0)).attr('x2', x.scale(0)).attr('y1', top).attr('y2', bottom);
      });
      figure.caption('Mean difference from ' + C.mechanisms[other].name + ' in the same market with its 95 % confidence interval; right of the broken line is a gain. n/a: who receives or pays what is not settled by the mechanism.' + C.remark);
      figure.table(['mechanism', 'against', 'side', 'group', 'unit', 'pairs', 'difference', 'low', 'high'],
        designs.flatMap((d, row) => present.flatMap((side, k) => side.groups.map((group, g) => {
          const one = cells[k][row][g];
          return [C.mechanisms[d].name, C.mechanisms[other].name, side.title, g + 1, C.money, one.n, one.mean, one.low, one.high];
        }))));
    },
  });
})(window.DM);
