/*
 * A run: what papers claim of such markets, and how it fares at the end.
 */
'use strict';
(function (DM) {
  const claims = DM.data.claims;

  function verdict(claim) {
    return DM.el('span', {class: claim.held < claim.cases ? 'fails' : null}, claim.verdict);
  }

  function statement(claim) {
    return claim.statement + (claim.hypothesis ? ' Provided that: ' + claim.hypothesis + '.' : '');
  }

  if (claims.length > 0) {
    const failing = claims.filter(claim => claim.held < claim.cases);
    const section = DM.section('claims', 'What is claimed of such markets',
      'Each claim is judged on the market at the end: for every buyer, or once for the whole market. Where what it takes for granted does not hold, it is not applicable (n/a).');
    section.append(
      DM.el('p', null, failing.length === 0 ? 'None fails here.' : failing.length + ' of ' + claims.length + (failing.length === 1 ? ' fails here: ' : ' fail here: ') + failing.map(claim => claim.claim).join(', ') + '.'),
      DM.table([
        {title: 'claim', text: claim => DM.el('code', null, claim.claim)},
        {title: 'what it says', text: statement},
        {title: 'who says so', text: claim => claim.source},
        {title: 'cases', number: true, text: claim => DM.count(claim.cases)},
        {title: 'held', number: true, text: claim => DM.count(claim.held)},
        {title: 'n/a', number: true, text: claim => DM.count(claim.not_applicable)},
        {title: 'verdict', text: verdict},
      ], claims));
  }

  document.getElementById('report').append(DM.el('footer', null, 'Made by ' + DM.data.program + ' from the run whose files are beside this page: model.yaml, summary.json, rounds.csv, buyers.csv, sellers.csv, bids.csv' + (claims.length > 0 ? ', claims.csv' : '') + '.'));
  DM.ready();
})(window.DM);
