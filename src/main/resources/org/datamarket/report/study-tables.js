/*
 * Runs worth a second look, each with the command that plays it again, and the points.
 */
'use strict';
(function (DM) {
  const T = DM.study, data = DM.data, odd = data.odd;
  const replay = run => DM.command('./datamarket replay ' + data.folder + ' ' + run.row);
  const short = (factor, level) => factor.texts[factor.levels.indexOf(level)] || level;
  const settings = run => T.factors.map((factor, k) => [factor, run.levels[k]]).filter(([factor]) => factor.levels.length > 1)
    .map(([factor, level]) => factor.name + '=' + short(factor, level)).join(', ') || '–';
  const common = [
    {title: 'row', text: run => String(run.row), number: true},
    {title: 'point', text: run => run.point + ' / ' + run.replication, number: true},
    {title: 'factors', text: settings},
    {title: 'status', text: run => run.status},
  ];
  const time = {title: 'seconds', text: run => DM.format(run.seconds), number: true};
  const again = {title: 'play it again', text: replay};

  const section = DM.section('odd', 'Runs worth a second look', 'Row is the run’s row in runs.csv, point its point and replication. A replay gives the same result, to the last bit.');

  function list(title, columns, runs, none) {
    section.append(DM.el('h3', null, title), runs.length ? DM.table(columns, runs) : DM.el('p', {class: 'about'}, none));
  }

  if (odd.errors.length) {
    list('Failed' + (data.totals.errors > odd.errors.length ? ' (the first ' + odd.errors.length + ' of ' + DM.count(data.totals.errors) + ')' : ''),
      [...common, {title: 'what went wrong', text: run => run.why}, again], odd.errors, '');
  }
  list('Not converged, first where the others of the point did', [...common, {title: 'the others', text: run => run.why}, again], odd.unsettled, 'Every run without error converged, or was cleared once.');
  list('Strangest', [...common, {title: 'why', text: run => run.why}, again], odd.strangest,
    'No run lies far from the others of its point (robust z-score of ' + odd.score + ' or more, where a point has at least ' + odd.fewest + ' runs).');
  list('Slowest', [...common, time, again], odd.slowest, 'How long the runs took is not known.');

  const MOST_POINTS = 400;
  const points = DM.section('points', 'Points');
  const place = DM.el('div');
  const measure = T.chooseMeasure('points.measure', [], () => fill());
  points.append(DM.el('div', {class: 'choices'}, measure.element), place);

  function fill() {
    const shown = T.measure(measure.value);
    const groups = Array.from(d3.group(d3.range(data.rows.count), run => data.rows.point[run]), ([number, runs]) => ({
      number: number, runs: runs, errors: runs.filter(run => data.rows.statuses[data.rows.status[run]] === 'error').length,
      converged: T.estimate(T.measures[0].name === 'converged' ? T.measures[0] : shown, runs).mean, estimate: T.estimate(shown, runs)}));
    const half = estimate => (estimate.low === null || shown.share ? '' : ' ± ' + DM.format((estimate.high - estimate.low) / 2, 3));
    place.replaceChildren(DM.table([
      {title: 'point', text: point => String(point.number), number: true},
      ...T.factors.map(factor => ({title: factor.name, text: point => short(factor, T.level(factor, point.runs[0])), number: Boolean(factor.numbers)})),
      {title: 'runs', text: point => DM.count(point.runs.length), number: true},
      {title: 'errors', text: point => DM.count(point.errors), number: true},
      {title: 'share converged', text: point => T.measures[0].name === 'converged' ? DM.format(point.converged, 3) : '–', number: true},
      {title: shown.share ? 'share' : DM.withUnit('mean ' + shown.title, shown.unit) + ' ± 95 %', text: point => DM.format(point.estimate.mean) + half(point.estimate), number: true},
    ], groups.slice(0, MOST_POINTS)), groups.length > MOST_POINTS ? DM.el('p', {class: 'about'}, 'The first ' + MOST_POINTS + ' of ' + DM.count(groups.length) + ' points; points.csv has them all.') : '');
  }
  fill();

  document.getElementById('report').append(DM.el('footer', null, 'Made by ' + data.program + ' from ' + data.folder + '. The tables beside this page have all numbers: runs.csv, points.csv.'));
  DM.ready();
})(window.DM);
