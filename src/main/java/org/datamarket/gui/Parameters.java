package org.datamarket.gui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.datamarket.model.ModelException;
import org.datamarket.model.source.Node;
import sim.util.Interval;

/**
 * What a person turns in the Model tab. Every change reads the model file again with one more value set
 * over it, and takes effect at the next start; parameters that the model does not have are hidden.
 */
public final class Parameters {
  private static final String[] ACTIVATIONS = {"sequential", "simultaneous", "asynchronous"};
  private static final String[] ORDERS = {"random", "fixed"};
  private static final String[] TIES = {"proportional", "strict"};
  private static final String[] BUYER_STRATEGIES = {"opt-out", "cumulative", "waterfill", "truthful-single"};
  private static final String[] SELLER_STRATEGIES = {"fixed", "progressive"};
  private static final String[] REACHES = {
    "full", "random", "erdos-renyi", "small-world", "preferential", "clustered", "dominant-seller", "dominant-buyer"
  };
  private static final int USUAL_SELLERS_SEEN = 12;

  /** The properties in the order in which they are shown. */
  static final List<String> ORDER =
      List.of(
          "Epsilon", "Seed", "Buyers", "Sellers", "Users", "SupplyDemandRatio", "BuyerStrategy",
          "SellerStrategy", "Activation", "Order", "Ties", "Reach", "SellersSeen", "RoundLimit");

  /** Where parameters are kept. */
  interface Holder {
    /** The model as it is. */
    OpenedModel model();

    /**
     * Takes another model in its place.
     *
     * @param sameParameters whether it has the same parameters, with the same ranges
     */
    void replace(OpenedModel changed, boolean sameParameters);

    /** Tells of a value that the model cannot have. */
    void refuse(String reason);
  }

  private final Holder holder;

  Parameters(Holder holder) {
    this.holder = holder;
  }

  private Optional<Node> at(String... keys) {
    return holder.model().at(keys);
  }

  private String text(String fallback, String... keys) {
    return at(keys)
        .filter(Node.Scalar.class::isInstance)
        .map(node -> ((Node.Scalar) node).text())
        .orElse(fallback);
  }

  private double number(double fallback, String... keys) {
    return Double.parseDouble(text(Double.toString(fallback), keys));
  }

  private void set(boolean sameParameters, String... overrides) {
    try {
      OpenedModel changed = holder.model();
      for (String override : overrides) {
        int equals = override.indexOf('=');
        changed = changed.with(override.substring(0, equals), override.substring(equals + 1));
      }
      holder.replace(changed, sameParameters);
    } catch (ModelException refused) {
      holder.refuse(refused.getMessage());
    }
  }

  /** ε, $. */
  public double getEpsilon() {
    return number(0, "epsilon");
  }

  public void setEpsilon(double epsilon) {
    set(true, "epsilon=" + epsilon);
  }

  public Object domEpsilon() {
    return new Interval(0.0, Math.max(2, 2 * Math.ceil(getEpsilon())));
  }

  public String nameEpsilon() {
    return "ε, the bid fee";
  }

  public String desEpsilon() {
    return "A buyer bids again only for a gain of more than this. From the next start.";
  }

  /** The seed, all 64 bits; a text, since numbers in the console have fewer. */
  public String getSeed() {
    return Long.toString(holder.model().seed());
  }

  public void setSeed(String seed) {
    try {
      holder.replace(holder.model().withSeed(Long.parseLong(seed.strip())), true);
    } catch (NumberFormatException noNumber) {
      holder.refuse("The seed is \"" + seed + "\"; expected a whole number of at most 64 bits");
    }
  }

  public String nameSeed() {
    return "Seed";
  }

  public String desSeed() {
    return "All randomness comes from this 64-bit number: the same seed, the same run. From the next start.";
  }

  /** How many buyers there are. */
  public int getBuyers() {
    return count("buyers");
  }

  public void setBuyers(int buyers) {
    set(true, countPath("buyers") + "=" + buyers);
  }

  public Object domBuyers() {
    return countDomain(getBuyers());
  }

  public String nameBuyers() {
    return "Buyers";
  }

  public String desBuyers() {
    return "How many buyers are drawn; those there were stay the same. From the next start.";
  }

  public boolean hideBuyers() {
    return countPath("buyers").isEmpty();
  }

  /** How many sellers there are. */
  public int getSellers() {
    return count("sellers");
  }

  public void setSellers(int sellers) {
    set(true, countPath("sellers") + "=" + sellers);
  }

  public Object domSellers() {
    return countDomain(getSellers());
  }

  public String nameSellers() {
    return "Sellers";
  }

  public String desSellers() {
    return "How many sellers are drawn; those there were stay the same. From the next start.";
  }

  public boolean hideSellers() {
    return countPath("sellers").isEmpty();
  }

  /** How many people there are who turn out to be buyers or sellers. */
  public int getUsers() {
    return count("users");
  }

  public void setUsers(int users) {
    set(true, countPath("users") + "=" + users);
  }

  public Object domUsers() {
    return countDomain(getUsers());
  }

  public String nameUsers() {
    return "Users";
  }

  public String desUsers() {
    return "How many users are drawn, each of whom buys or sells. From the next start.";
  }

  public boolean hideUsers() {
    return countPath("users").isEmpty();
  }

  /** The path of the one count under a key; empty if there is none, or more than one. */
  private String countPath(String key) {
    List<String> paths = new ArrayList<>();
    Optional<Node> node = at(key);
    if (node.isPresent() && node.get() instanceof Node.Mapping group && group.has("count")) {
      paths.add(key + ".count");
    } else if (node.isPresent() && node.get() instanceof Node.Sequence groups) {
      for (int k = 0; k < groups.items().size(); k++) {
        if (((Node.Mapping) groups.items().get(k)).has("count")) {
          paths.add(key + "[" + k + "].count");
        }
      }
    }
    return paths.size() == 1 ? paths.get(0) : "";
  }

  private int count(String key) {
    String path = countPath(key);
    if (path.isEmpty()) {
      return 0;
    }
    return members(key).stream()
        .filter(group -> group.has("count"))
        .mapToInt(group -> Integer.parseInt(group.text("count")))
        .sum();
  }

  private List<Node.Mapping> members(String key) {
    return at(key)
        .map(
            node ->
                node instanceof Node.Mapping one
                    ? List.of(one)
                    : ((Node.Sequence) node).items().stream().map(Node.Mapping.class::cast).toList())
        .orElse(List.of());
  }

  private static Interval countDomain(int count) {
    long most = 50;
    while (most < 2L * count) {
      most *= 2;
    }
    return new Interval(1L, most);
  }

  /** The total supply as a share of the total demand; 0 for quantities as they are. */
  public double getSupplyDemandRatio() {
    return number(0, "supply-demand-ratio");
  }

  public void setSupplyDemandRatio(double ratio) {
    if (ratio > 0) {
      set(true, "supply-demand-ratio=" + ratio);
      return;
    }
    try {
      holder.replace(holder.model().without("supply-demand-ratio"), true);
    } catch (ModelException refused) {
      holder.refuse(refused.getMessage());
    }
  }

  public Object domSupplyDemandRatio() {
    return new Interval(0.0, Math.max(2, 2 * Math.ceil(getSupplyDemandRatio())));
  }

  public String nameSupplyDemandRatio() {
    return "Supply / demand";
  }

  public String desSupplyDemandRatio() {
    return "Scales the sellers' quantities to this share of the demand; 0: as the file says. From the next start.";
  }

  /** The place of the buyers' strategy among the choices. */
  public int getBuyerStrategy() {
    return place(buyerStrategies(), strategies("strategy", "buyers", "users"));
  }

  public void setBuyerStrategy(int place) {
    String chosen = buyerStrategies()[place];
    if (!chosen.equals(strategies("strategy", "buyers", "users"))) {
      set(true, strategyOverrides(chosen, "strategy", "buyers", "users"));
    }
  }

  public Object domBuyerStrategy() {
    return buyerStrategies();
  }

  private String[] buyerStrategies() {
    return choices(strategies("strategy", "buyers", "users"), BUYER_STRATEGIES);
  }

  public String nameBuyerStrategy() {
    return "Buyers' strategy";
  }

  public String desBuyerStrategy() {
    return "What buyers bid: opt-out is one coordinated bid to the smallest pool of sellers. From the next start.";
  }

  /** The place of the sellers' strategy among the choices. */
  public int getSellerStrategy() {
    return place(sellerStrategies(), sellerStrategy());
  }

  public void setSellerStrategy(int place) {
    String chosen = sellerStrategies()[place];
    if (!chosen.equals(sellerStrategy())) {
      List<String> overrides = new ArrayList<>();
      overrides.addAll(List.of(strategyOverrides(chosen, "strategy", "sellers")));
      overrides.addAll(List.of(strategyOverrides(chosen, "seller-strategy", "users")));
      set(true, overrides.toArray(String[]::new));
    }
  }

  public Object domSellerStrategy() {
    return sellerStrategies();
  }

  private String[] sellerStrategies() {
    return choices(sellerStrategy(), SELLER_STRATEGIES);
  }

  private String sellerStrategy() {
    Set<String> kinds = new LinkedHashSet<>(kinds("strategy", "sellers"));
    kinds.addAll(kinds("seller-strategy", "users"));
    return kinds.size() == 1 ? kinds.iterator().next() : "several";
  }

  public String nameSellerStrategy() {
    return "Sellers' strategy";
  }

  public String desSellerStrategy() {
    return "How sellers set their reserves: fixed, or rising while somebody bids in vain. From the next start.";
  }

  private String strategies(String strategyKey, String... keys) {
    Set<String> kinds = kinds(strategyKey, keys);
    return kinds.size() == 1 ? kinds.iterator().next() : "several";
  }

  private Set<String> kinds(String strategyKey, String... keys) {
    Set<String> kinds = new LinkedHashSet<>();
    for (String key : keys) {
      for (Node.Mapping member : members(key)) {
        member.find(strategyKey).ifPresent(strategy -> kinds.add(kind(strategy)));
      }
    }
    return kinds;
  }

  private static String kind(Node node) {
    if (node instanceof Node.Mapping mapping) {
      return mapping.has("kind") ? mapping.text("kind") : mapping.has("class") ? mapping.text("class") : "";
    }
    return ((Node.Scalar) node).text();
  }

  private String[] strategyOverrides(String kind, String strategyKey, String... keys) {
    return Arrays.stream(keys)
        .filter(key -> !members(key).isEmpty())
        .map(key -> key + (at(key).get() instanceof Node.Sequence ? "[*]" : "") + "." + strategyKey + "=" + kind)
        .toArray(String[]::new);
  }

  /** The place of the activation among the choices. */
  public int getActivation() {
    return place(ACTIVATIONS, activation());
  }

  public void setActivation(int place) {
    if (!ACTIVATIONS[place].equals(activation())) {
      set(false, "activation=" + ACTIVATIONS[place]);
    }
  }

  private String activation() {
    return at("activation").map(Parameters::kind).orElse(ACTIVATIONS[0]);
  }

  public Object domActivation() {
    return ACTIVATIONS.clone();
  }

  public String nameActivation() {
    return "Activation";
  }

  public String desActivation() {
    return "Buyers act one after the other, all at once, or at times of their own. From the next start.";
  }

  /** The place of the order among the choices. */
  public int getOrder() {
    return place(ORDERS, text(ORDERS[0], "order"));
  }

  public void setOrder(int place) {
    set(true, "order=" + ORDERS[place]);
  }

  public Object domOrder() {
    return ORDERS.clone();
  }

  public String nameOrder() {
    return "Order";
  }

  public String desOrder() {
    return "Sequential buyers act in a new order each round, or in that of the file. From the next start.";
  }

  public boolean hideOrder() {
    return !activation().equals("sequential");
  }

  /** The place of the tie rule among the choices. */
  public int getTies() {
    return place(TIES, text(TIES[0], "ties"));
  }

  public void setTies(int place) {
    set(true, "ties=" + TIES[place]);
  }

  public Object domTies() {
    return TIES.clone();
  }

  public String nameTies() {
    return "Tie rule";
  }

  public String desTies() {
    return "Bids of one price share what there is, or get only what the others at it leave. From the next start.";
  }

  /** The place of the reach among the choices. */
  public int getReach() {
    return place(reaches(), reach());
  }

  public void setReach(int place) {
    String chosen = reaches()[place];
    if (!chosen.equals(reach())) {
      int seen = at("reach", "sellers").isPresent() ? getSellersSeen() : USUAL_SELLERS_SEEN;
      set(false, "reach={kind: " + chosen + parametersOf(chosen, seen) + "}");
    }
  }

  private static String parametersOf(String reach, int seen) {
    return switch (reach) {
      case "random", "small-world", "preferential", "dominant-seller", "dominant-buyer" ->
          ", sellers: " + seen;
      case "clustered" -> ", clusters: 4, sellers: " + seen;
      case "erdos-renyi" -> ", probability: 0.3";
      default -> "";
    };
  }

  private String reach() {
    return at("reach").map(Parameters::kind).orElse(REACHES[0]);
  }

  public Object domReach() {
    return reaches();
  }

  private String[] reaches() {
    return choices(reach(), REACHES);
  }

  public String nameReach() {
    return "Reach";
  }

  public String desReach() {
    return "Which sellers each buyer can see. From the next start.";
  }

  /** How many sellers each buyer sees. */
  public int getSellersSeen() {
    return (int) number(USUAL_SELLERS_SEEN, "reach", "sellers");
  }

  public void setSellersSeen(int sellers) {
    set(true, "reach.sellers=" + sellers);
  }

  public Object domSellersSeen() {
    return new Interval(1L, Math.max(40L, 2L * getSellersSeen()));
  }

  public String nameSellersSeen() {
    return "Sellers seen";
  }

  public String desSellersSeen() {
    return "How many sellers each buyer can see. From the next start.";
  }

  public boolean hideSellersSeen() {
    return at("reach", "sellers").isEmpty();
  }

  /** The most rounds of a run. */
  public int getRoundLimit() {
    return (int) number(1000, "round-limit");
  }

  public void setRoundLimit(int rounds) {
    set(true, "round-limit=" + rounds);
  }

  public String nameRoundLimit() {
    return "Round limit";
  }

  public String desRoundLimit() {
    return "A run ends after so many rounds at the latest. From the next start.";
  }

  private static int place(String[] choices, String value) {
    return Math.max(0, Arrays.asList(choices).indexOf(value));
  }

  /** The usual choices, and what the file says if it is none of them. */
  private static String[] choices(String current, String[] usual) {
    List<String> choices = new ArrayList<>(List.of(usual));
    if (!choices.contains(current)) {
      choices.add(0, current);
    }
    return choices.toArray(String[]::new);
  }
}
