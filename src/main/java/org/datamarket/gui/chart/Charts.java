package org.datamarket.gui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.datamarket.analysis.RoundMeasures;
import org.datamarket.analysis.optimum.PlannersOptimum;
import org.datamarket.chart.BidsChart;
import org.datamarket.chart.Chart;
import org.datamarket.chart.LorenzChart;
import org.datamarket.chart.PricesChart;
import org.datamarket.chart.Subject;
import org.datamarket.chart.UtilitiesChart;
import org.datamarket.chart.UtilityHistogram;
import org.datamarket.chart.WelfareChart;
import org.datamarket.gui.session.RoundListener;
import org.datamarket.gui.session.Session;
import org.datamarket.model.BuyerSpec;
import org.datamarket.model.MarketModel;
import org.datamarket.model.SellerSpec;
import org.datamarket.simulation.DataMarket;
import sim.display.Controller;

/**
 * The charts in the console's list of displays. What they show is copied inside the schedule's
 * lock; the rounds are the market's own measures, so a chart opened late has all of them.
 */
public final class Charts {
  private final Session session;
  private final List<LiveChart> charts = new ArrayList<>();
  private DataMarket copied;
  private List<RoundMeasures> rounds = new ArrayList<>();
  private MarketModel planned;
  private volatile double optimum = Double.NaN;

  private Charts(Session session) {
    this.session = session;
    add("Utilities", copy -> new UtilitiesChart(copy.subject, copy.rounds));
    add("Convergence", copy -> new BidsChart(copy.subject, copy.model.epsilon(), copy.rounds));
    add("Prices", copy -> new PricesChart(copy.subject, copy.rounds));
    add("Welfare", copy -> new WelfareChart(copy.subject, copy.rounds, optimum(copy.model)));
    add(
        "Utility histogram",
        copy -> new UtilityHistogram(copy.subject, copy.round(), copy.utilities));
    add("Lorenz curve", copy -> new LorenzChart(copy.subject, copy.round(), copy.allocations));
  }

  /** What a chart shows. */
  private record Copy(
      MarketModel model,
      Subject subject,
      List<RoundMeasures> rounds,
      double[] utilities,
      double[] allocations) {
    int round() {
      return rounds.size();
    }
  }

  /** Puts all charts, closed, into a console's list of displays; to be called when it is set up. */
  public static Charts install(Session session, Controller controller) {
    Charts charts = new Charts(session);
    for (LiveChart chart : charts.charts) {
      controller.registerFrame(chart.frame());
    }
    session.addRoundListener(
        new RoundListener() {
          @Override
          public void started(DataMarket market) {
            charts.request();
          }

          @Override
          public void closed() {
            charts.request();
          }

          @Override
          public void roundEnded(DataMarket market) {
            charts.request();
          }
        });
    return charts;
  }

  /** All of them, in the order of the list. */
  public List<LiveChart> all() {
    return List.copyOf(charts);
  }

  private void request() {
    charts.forEach(LiveChart::request);
  }

  private void add(String title, Function<Copy, Chart> draw) {
    charts.add(new LiveChart(title, charts.size(), session.saver(), () -> copy().map(draw)));
  }

  /** Empty before the first round. On the event thread. */
  private Optional<Copy> copy() {
    DataMarket market = session.market();
    synchronized (market.schedule) {
      if (market != copied || rounds.size() > market.monitor().round()) {
        copied = market;
        rounds = new ArrayList<>();
      }
      List<RoundMeasures> all = market.monitor().rounds();
      rounds.addAll(all.subList(rounds.size(), all.size()));
      if (rounds.isEmpty()) {
        return Optional.empty();
      }
      double[] allocations = new double[market.ledger().buyers()];
      Arrays.setAll(allocations, i -> market.ledger().account(i).allocation());
      Arrays.sort(allocations);
      return Optional.of(
          new Copy(
              market.model(),
              Subject.of(market.model()),
              List.copyOf(rounds),
              market.ledger().sortedUtilities(),
              allocations));
    }
  }

  /** The planner's optimum; NaN until it has been found, in a thread of its own. */
  private double optimum(MarketModel model) {
    if (planned != model) {
      planned = model;
      optimum = Double.NaN;
      Thread planner = new Thread(() -> plan(model), "optimum");
      planner.setDaemon(true);
      planner.start();
    }
    return optimum;
  }

  private void plan(MarketModel model) {
    double welfare =
        PlannersOptimum.of(
                model.buyers().stream().map(BuyerSpec::valuation).toList(),
                model.sellers().stream().mapToDouble(SellerSpec::quantity).toArray(),
                model.sellers().stream().mapToDouble(SellerSpec::reserve).toArray(),
                model.reach())
            .welfare();
    javax.swing.SwingUtilities.invokeLater(
        () -> {
          if (planned == model) {
            optimum = welfare;
            request();
          }
        });
  }
}
