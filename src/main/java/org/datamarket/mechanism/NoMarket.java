package org.datamarket.mechanism;

import java.util.List;
import java.util.Optional;
import org.datamarket.kind.Kind;
import org.datamarket.mechanism.Outcome.NoDetail;
import org.datamarket.mechanism.Outcome.Payments;

/**
 * The other benchmark: a = 0. Everyone buys x_i⁰ = D_i(p_κ) from the ISP or goes without
 * (docs/mechanisms.md §2).
 */
@Kind(name = "no-market", meaning = "Nobody trades: buyers buy from the ISP or go without.")
public record NoMarket() implements Mechanism {

  @Override
  public Outcome clear(Setting setting) {
    int buyers = setting.population().buyers();
    int sellers = setting.population().sellers();
    return new Outcome(
        new double[buyers],
        new double[sellers],
        Optional.of(new Payments(new double[buyers], Optional.of(new double[sellers]), 0)),
        Optional.empty(),
        0,
        0,
        List.of(),
        new NoDetail());
  }
}
