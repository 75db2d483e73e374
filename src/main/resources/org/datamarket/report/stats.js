/*
 * Means and their 95 % confidence intervals.
 */
'use strict';
(function (DM) {
  const S = DM.stats = {};

  S.mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;

  /** The sample variance, with n − 1. */
  S.variance = function (values) {
    const mean = S.mean(values);
    return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
  };

  /** ln Γ by Lanczos' approximation. */
  function logGamma(x) {
    const c = [76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155,
      0.1208650973866179e-2, -0.5395239384953e-5];
    const t = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
    let sum = 1.000000000190015;
    c.forEach((value, k) => { sum += value / (x + 1 + k); });
    return -t + Math.log(2.5066282746310005 * sum / x);
  }

  const apartFromZero = x => (Math.abs(x) < 1e-300 ? 1e-300 : x);

  /** The regularised incomplete beta function, by its continued fraction (Lentz). */
  function beta(x, a, b) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    if (x > (a + 1) / (a + b + 2)) return 1 - beta(1 - x, b, a);
    const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
    let f = 1, c = 1, d = 0;
    for (let i = 0; i <= 400; i++) {
      const m = Math.floor(i / 2);
      const n = i === 0 ? 1 : i % 2 === 0
        ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / apartFromZero(1 + n * d);
      c = apartFromZero(1 + n / c);
      f *= c * d;
      if (Math.abs(1 - c * d) < 1e-14) break;
    }
    return front * (f - 1);
  }

  const known = new Map();

  /** The 97.5 % quantile of Student's t, for any degrees of freedom above 0. */
  S.studentT = function (freedom) {
    if (!known.has(freedom)) {
      let low = 0, high = 2;
      const tail = t => beta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
      while (tail(high) > 0.025 && high < 1e9) high *= 2;
      for (let k = 0; k < 200 && high - low > 1e-13 * high; k++) {
        const middle = (low + high) / 2;
        if (tail(middle) > 0.025) low = middle; else high = middle;
      }
      known.set(freedom, (low + high) / 2);
    }
    return known.get(freedom);
  };

  /**
   * The mean of what runs give, with its interval.
   *
   * Runs are grouped into cells of the design, which all weigh the same; within a cell, the runs of
   * one replication share their random numbers and so count as one, their mean. If every cell has
   * at least two replications the interval comes from the differences between them (degrees of
   * freedom by Welch and Satterthwaite): the design is what it is, only chance differs. Otherwise it
   * comes from the differences between cells, as if these were drawn at random.
   *
   * @param runs {cell, replication, value} each; runs without a value do not count
   * @return {n, cells, mean, low, high, by}, by being 'replications', 'points' or 'none'
   */
  S.estimate = function (runs) {
    const cells = new Map();
    let n = 0;
    for (const run of runs) {
      if (run.value === null || Number.isNaN(run.value)) continue;
      n++;
      if (!cells.has(run.cell)) cells.set(run.cell, new Map());
      const cell = cells.get(run.cell);
      if (!cell.has(run.replication)) cell.set(run.replication, []);
      cell.get(run.replication).push(run.value);
    }
    if (n === 0) return {n: 0, cells: 0, mean: null, low: null, high: null, by: 'none'};
    const groups = Array.from(cells.values(), cell => Array.from(cell.values(), S.mean));
    const means = groups.map(S.mean);
    const result = {n: n, cells: groups.length, mean: S.mean(means), low: null, high: null, by: 'none'};
    let variance = null, freedom = null;
    if (groups.every(group => group.length > 1)) {
      const parts = groups.map(group => S.variance(group) / group.length);
      const sum = parts.reduce((a, b) => a + b, 0);
      variance = sum / (groups.length * groups.length);
      freedom = sum * sum / parts.reduce((all, part, k) => all + part * part / (groups[k].length - 1), 0);
      result.by = 'replications';
    } else if (groups.length > 1) {
      variance = S.variance(means) / means.length;
      freedom = means.length - 1;
      result.by = 'points';
    }
    if (variance !== null) {
      const half = variance > 0 ? S.studentT(freedom) * Math.sqrt(variance) : 0;
      result.low = result.mean - half;
      result.high = result.mean + half;
    }
    return result;
  };

  /**
   * Wilson's 95 % interval of a share; values are 0 and 1. The runs of one cell and replication share
   * their random numbers and count for less the more they are alike: all runs together for
   * p (1 − p) / v independent ones, where v is the variance of the share if such clusters of runs are
   * drawn. Where all runs agree each cluster counts as one.
   */
  S.share = function (runs) {
    const known = runs.filter(run => run.value !== null), n = known.length;
    if (n === 0) return {n: 0, cells: 0, mean: null, low: null, high: null, by: 'none'};
    const z = 1.959963984540054, p = S.mean(known.map(run => run.value));
    const clusters = d3.rollups(known, own => d3.sum(own, run => run.value - p), run => run.cell + '#' + run.replication);
    const variance = d3.sum(clusters, ([, excess]) => excess * excess) / (n * n);
    const m = variance > 0 ? Math.min(n, p * (1 - p) / variance) : clusters.length;
    const middle = (p + z * z / (2 * m)) / (1 + z * z / m);
    const half = z / (1 + z * z / m) * Math.sqrt(p * (1 - p) / m + z * z / (4 * m * m));
    return {n: n, cells: n, mean: p, low: Math.max(0, Math.min(p, middle - half)), high: Math.min(1, Math.max(p, middle + half)), by: 'share'};
  };

  /** A quantile of sorted values, between two of them interpolated linearly. */
  S.quantile = (sorted, p) => d3.quantileSorted(sorted, p);

  /** What an interval rests on, in words. */
  S.basis = {
    replications: '95 % confidence interval (Student t) from the differences between replications',
    points: '95 % confidence interval (Student t) from the differences between points, there being a single replication at some',
    share: '95 % confidence interval (Wilson) of a share of runs, which count for less where they are alike for sharing their random numbers',
    none: 'no interval: all runs have the random numbers of a single replication',
  };
})(window.DM);
