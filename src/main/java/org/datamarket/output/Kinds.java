package org.datamarket.output;

import org.datamarket.market.AlphaFair;
import org.datamarket.market.Linear;
import org.datamarket.market.Logarithmic;
import org.datamarket.market.Parabolic;
import org.datamarket.market.Valuation;
import org.datamarket.market.WithIsp;
import org.datamarket.model.Activation;
import org.datamarket.strategy.BuyerStrategy;
import org.datamarket.strategy.Cumulative;
import org.datamarket.strategy.FixedReserve;
import org.datamarket.strategy.OptOut;
import org.datamarket.strategy.ProgressiveReserve;
import org.datamarket.strategy.SellerStrategy;
import org.datamarket.strategy.TruthfulSingle;
import org.datamarket.strategy.Waterfill;

/** What kinds of things are called in model files; those of the user's own by their class. */
public final class Kinds {
  private Kinds() {}

  /** The kind of a buyer's strategy. */
  public static String of(BuyerStrategy strategy) {
    if (strategy instanceof OptOut) {
      return "opt-out";
    } else if (strategy instanceof Cumulative) {
      return "cumulative";
    } else if (strategy instanceof Waterfill) {
      return "waterfill";
    } else if (strategy instanceof TruthfulSingle) {
      return "truthful-single";
    }
    return strategy.getClass().getName();
  }

  /** The kind of a seller's strategy. */
  public static String of(SellerStrategy strategy) {
    if (strategy instanceof FixedReserve) {
      return "fixed";
    } else if (strategy instanceof ProgressiveReserve) {
      return "progressive";
    }
    return strategy.getClass().getName();
  }

  static String of(Valuation valuation) {
    Valuation own = own(valuation);
    if (own instanceof AlphaFair) {
      return "alpha-fair";
    } else if (own instanceof Logarithmic) {
      return "logarithmic";
    } else if (own instanceof Parabolic) {
      return "parabolic";
    } else if (own instanceof Linear) {
      return "linear";
    }
    return own.getClass().getName();
  }

  /** The valuation without an ISP. */
  static Valuation own(Valuation valuation) {
    return valuation instanceof WithIsp withIsp ? withIsp.own() : valuation;
  }

  static String of(Activation activation) {
    if (activation instanceof Activation.Sequential) {
      return "sequential";
    } else if (activation instanceof Activation.Simultaneous) {
      return "simultaneous";
    }
    return "asynchronous";
  }
}
