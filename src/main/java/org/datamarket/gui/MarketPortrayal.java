package org.datamarket.gui;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.datamarket.gui.display.AgentText;
import org.datamarket.gui.display.Around;
import org.datamarket.gui.display.Colouring;
import org.datamarket.gui.display.Emphasis;
import org.datamarket.gui.display.Highlight;
import org.datamarket.gui.display.Look;
import org.datamarket.gui.display.MarketLayout;
import org.datamarket.gui.display.Snapshot;
import org.datamarket.io.Html;
import org.datamarket.simulation.Buyer;
import org.datamarket.simulation.Seller;
import sim.display.GUIState;
import sim.portrayal.DrawInfo2D;
import sim.portrayal.FieldPortrayal2D;
import sim.portrayal.Inspector;
import sim.portrayal.LocationWrapper;
import sim.util.Bag;
import sim.util.Double2D;

/** The market as one of MASON's fields: drawn from the last snapshot, and hit agent by agent. */
final class MarketPortrayal extends FieldPortrayal2D {
  private final DataMarketWithUI gui;
  private final Canvas canvas;
  private volatile Optional<MarketLayout> layout = Optional.empty();
  private volatile Colouring colouring = Colouring.UTILITY;
  private volatile Around around = Around.REACH;
  private Optional<Emphasized> emphasized = Optional.empty();

  MarketPortrayal(DataMarketWithUI gui, Runnable repaint) {
    this.gui = gui;
    this.canvas = new Canvas(repaint);
    setField(gui);
  }

  /** Takes the layout of a market that has been started. */
  void begin(Snapshot market) {
    layout = Optional.of(new MarketLayout(market.model()));
  }

  /** Forgets the market: nothing is drawn until the next. */
  void clear() {
    layout = Optional.empty();
  }

  /** The layout; empty until a market has been started. */
  Optional<MarketLayout> layout() {
    return layout;
  }

  /** How many live bids the last picture has shown. */
  int shownBids() {
    return canvas.shownBids();
  }

  /** How many different pictures of a large market have been put on the screen. */
  int pictures() {
    return canvas.pictures();
  }

  /** Stops drawing in the background. */
  void quit() {
    canvas.close();
  }

  @Override
  protected void hitOrDraw(Graphics2D graphics, DrawInfo2D info, Bag putInHere) {
    Optional<Snapshot> market = gui.snapshot();
    Optional<MarketLayout> sheet = layout;
    if (market.isEmpty() || sheet.isEmpty()) {
      return;
    }
    if (graphics == null) {
      hit(sheet.get(), info, putInHere);
    } else {
      Look look = look(market.get());
      canvas.draw(
          graphics, info.draw, info.clip, new Canvas.Subject(market.get(), sheet.get(), look));
    }
  }

  /** Whom a selection has to do with, as long as neither it nor the market changes. */
  private record Emphasized(
      Snapshot market, Optional<Object> agent, Around around, Emphasis emphasis) {
    static Emphasized of(Snapshot market, Optional<Object> agent, Around around) {
      Emphasis emphasis = agent.map(one -> of(market, one, around)).orElse(Highlight.NONE);
      return new Emphasized(market, agent, around, emphasis);
    }

    private static Emphasis of(Snapshot market, Object agent, Around around) {
      return agent instanceof Buyer buyer
          ? around.buyer(market, buyer.number())
          : around.seller(market, ((Seller) agent).number());
    }

    private boolean isOf(Snapshot aMarket, Optional<Object> anAgent, Around anAround) {
      return market == aMarket && agent.equals(anAgent) && around == anAround;
    }
  }

  /** Colours buyers by something else from now on. */
  void setColouring(Colouring chosen) {
    colouring = chosen;
  }

  /** Shows a selected agent among others from now on. */
  void setAround(Around chosen) {
    around = chosen;
  }

  /** How the market of a snapshot is to be looked at. */
  Look look(Snapshot market) {
    return new Look(emphasis(market), colouring, around);
  }

  /** How any market is to be looked at when nobody is selected. */
  Look plainLook() {
    return new Look(Highlight.NONE, colouring, around);
  }

  /** Whom the selection has to do with, in the market of a snapshot. */
  Emphasis emphasis(Snapshot market) {
    Optional<Object> agent = gui.selection().agent();
    Around among = around;
    Emphasized now =
        emphasized
            .filter(before -> before.isOf(market, agent, among))
            .orElseGet(() -> Emphasized.of(market, agent, among));
    emphasized = Optional.of(now);
    return now.emphasis();
  }

  private void hit(MarketLayout sheet, DrawInfo2D info, Bag putInHere) {
    double scale = info.draw.width / MarketLayout.WIDTH;
    double x = (info.clip.getCenterX() - info.draw.x) / scale;
    double y = (info.clip.getCenterY() - info.draw.y) / scale;
    int seller = sheet.sellers().at(x, y);
    int buyer = sheet.buyers().at(x, y);
    if (seller >= 0) {
      put(gui.market().sellers().get(seller), sheet.sellers(), seller, putInHere);
    } else if (buyer >= 0) {
      put(gui.market().buyers().get(buyer), sheet.buyers(), buyer, putInHere);
    }
  }

  private void put(Object agent, MarketLayout.Band band, int number, Bag bag) {
    bag.add(new LocationWrapper(agent, location(band, number), this));
  }

  @Override
  public Object getObjectLocation(Object object, GUIState state) {
    return layout.flatMap(sheet -> location(sheet, object)).orElse(null);
  }

  private static Optional<Double2D> location(MarketLayout sheet, Object object) {
    if (object instanceof Buyer buyer) {
      return Optional.of(location(sheet.buyers(), buyer.number()));
    }
    return object instanceof Seller seller
        ? Optional.of(location(sheet.sellers(), seller.number()))
        : Optional.empty();
  }

  private static Double2D location(MarketLayout.Band band, int number) {
    return new Double2D(band.x(number), band.y(number));
  }

  @Override
  public java.awt.geom.Point2D.Double getLocationPosition(Object location, DrawInfo2D info) {
    Double2D at = (Double2D) location;
    Rectangle2D.Double draw = info.draw;
    return new java.awt.geom.Point2D.Double(
        draw.x + at.x / MarketLayout.WIDTH * draw.width,
        draw.y + at.y / MarketLayout.HEIGHT * draw.height);
  }

  @Override
  public boolean setSelected(LocationWrapper wrapper, boolean selected) {
    Object agent = wrapper.getObject();
    if (!selected) {
      gui.selection().clear();
    } else if (agent instanceof Buyer buyer) {
      gui.selection().select(buyer);
    } else if (agent instanceof Seller seller) {
      gui.selection().select(seller);
    }
    return true;
  }

  @Override
  public Inspector getInspector(LocationWrapper wrapper, GUIState state) {
    return wrapper == null ? null : Inspectors.of(gui, wrapper.getObject());
  }

  @Override
  public String getName(LocationWrapper wrapper) {
    return wrapper == null ? "" : String.valueOf(wrapper.getObject());
  }

  @Override
  public String getStatus(LocationWrapper wrapper) {
    return wrapper == null ? "" : gui.snapshot().map(market -> status(market, wrapper)).orElse("");
  }

  private String status(Snapshot market, LocationWrapper wrapper) {
    String facts =
        wrapper.getObject() instanceof Buyer buyer
            ? AgentText.ofBuyer(market, buyer.number())
            : AgentText.ofSeller(market, ((Seller) wrapper.getObject()).number());
    return "<b>%s</b><br>%s".formatted(Html.escape(getName(wrapper)), facts);
  }
}
