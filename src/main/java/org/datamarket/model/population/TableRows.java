package org.datamarket.model.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.datamarket.document.Mistake;
import org.datamarket.document.Node;
import org.datamarket.document.Position;
import org.datamarket.document.Table;
import org.datamarket.document.type.Fields;
import org.datamarket.document.type.KindType;
import org.datamarket.document.type.MappingType;
import org.datamarket.document.type.Property;
import org.datamarket.model.format.BuyerFormat;
import org.datamarket.model.format.EntryFormat;
import org.datamarket.model.format.SellerFormat;
import org.datamarket.model.format.StrategyFormat;
import org.datamarket.model.format.ValuationFormat;

/**
 * The rows of a table of buyers or sellers as if each were listed alone in the model file: a cell
 * stands for the key that its column is named after; where there is none, what the table's entry in
 * the model file says, or else, where there is no such column, the default that groups have. So a
 * row is checked like an entry.
 */
final class TableRows {
  private static final String ID = EntryFormat.ID.key();
  private static final String VALUATION = ValuationFormat.VALUATION.key();
  private static final String KIND = "kind";

  /** The columns that are parameters of a valuation. */
  private static final List<String> VALUATION_PARAMETERS =
      ValuationFormat.VALUATION_KINDS.kinds().stream()
          .flatMap(kind -> kind.parameters().keys().stream())
          .distinct()
          .toList();

  /** The columns of a table of buyers. */
  static final List<String> BUYER_COLUMNS = buyerColumns();

  /** The columns of a table of sellers. */
  static final List<String> SELLER_COLUMNS =
      List.of(
          ID,
          SellerFormat.QUANTITY.key(),
          SellerFormat.RESERVE.key(),
          SellerFormat.INITIAL_RESERVE.key(),
          StrategyFormat.SELLER_STRATEGY.key());

  private final Node.Mapping entry;
  private final MappingType type;
  private final List<String> columns;
  private final List<Property<?>> usual;

  private TableRows(Fields entry, MappingType type, List<String> columns, Property<?>... usual) {
    this.entry = entry.node().without(EntryFormat.CSV.key()).without(EntryFormat.GROUP_NAME.key());
    this.type = type;
    this.columns = columns;
    this.usual = List.of(usual);
  }

  /**
   * The entry with the defaults of groups for what the table has no column for. An empty cell of a
   * column is another thing: a value that is missing, and not to be made up.
   */
  private Node.Mapping withUsual(List<String> there) {
    Node.Mapping whole = entry;
    for (Property<?> property : usual) {
      boolean valued =
          property.key().equals(VALUATION)
              && VALUATION_PARAMETERS.stream().anyMatch(there::contains);
      if (!whole.has(property.key()) && !there.contains(property.key()) && !valued) {
        whole = whole.with(property.key(), property.defaultRead().orElseThrow().effective());
      }
    }
    return whole;
  }

  private static List<String> buyerColumns() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                ID,
                BuyerFormat.DEMAND.key(),
                BuyerFormat.BUDGET.key(),
                BuyerFormat.ISP_PRICE.key(),
                StrategyFormat.STRATEGY.key(),
                VALUATION));
    columns.addAll(VALUATION_PARAMETERS);
    return List.copyOf(columns);
  }

  /** The rows of a table of buyers that an entry names. */
  static int buyers(Fields entry, Inputs inputs, BiConsumer<Members, Fields> visitor) {
    return new TableRows(
            entry,
            BuyerFormat.BUYER,
            BUYER_COLUMNS,
            BuyerFormat.USUAL_DEMAND,
            BuyerFormat.USUAL_VALUATION)
        .read(entry, inputs, visitor);
  }

  /** The rows of a table of sellers that an entry names. */
  static int sellers(Fields entry, Inputs inputs, BiConsumer<Members, Fields> visitor) {
    return new TableRows(entry, SellerFormat.SELLER, SELLER_COLUMNS, SellerFormat.USUAL_QUANTITY)
        .read(entry, inputs, visitor);
  }

  private int read(Fields named, Inputs inputs, BiConsumer<Members, Fields> visitor) {
    String group = named.get(EntryFormat.GROUP_NAME);
    Table table = inputs.open(named.node(EntryFormat.CSV), columns, List.of(ID));
    Node.Mapping common = withUsual(table.columns());
    return table.forEach(
        row -> {
          Fields fields = type.read("this row", node(row, common)).value();
          visitor.accept(Members.single(group, fields.get(EntryFormat.ID), row.position()), fields);
        });
  }

  private Node.Mapping node(Table.Row row, Node.Mapping common) {
    Node.Mapping node = new Node.Mapping(row.position(), common.entries());
    Node.Scalar id =
        row.cell(ID)
            .orElseThrow(
                () -> new Mistake(row.position(), "column \"id\" is empty; expected an id"));
    node = node.with(ID, new Node.Scalar(id.position(), id.text(), true));
    for (Property<?> property : type.properties()) {
      Optional<Node.Scalar> cell = row.cell(property.key());
      boolean plain = !property.key().equals(ID) && !property.key().equals(VALUATION);
      if (plain && cell.isPresent()) {
        node = node.with(property.key(), cell.get());
      }
    }
    return columns.contains(VALUATION) ? node.with(VALUATION, valuation(row, common)) : node;
  }

  /** The parameters of the entry hold only for its own kind of valuation. */
  private Node.Mapping valuation(Table.Row row, Node.Mapping entry) {
    Optional<Node.Scalar> kind = row.cell(VALUATION);
    Node.Mapping own = new Node.Mapping(row.position(), List.of());
    Optional<Node.Mapping> common = entry.find(VALUATION).map(node -> (Node.Mapping) node);
    boolean sameKind =
        common.isPresent()
            && (kind.isEmpty()
                || common.get().find(KIND).filter(node -> hasText(node, kind.get())).isPresent());
    if (sameKind) {
      own = new Node.Mapping(row.position(), common.get().entries());
    } else if (kind.isPresent()) {
      own = own.with(KIND, kind.get());
    }
    for (String column : VALUATION_PARAMETERS) {
      Optional<Node.Scalar> cell = row.cell(column);
      if (cell.isPresent()) {
        own = withoutAlternatives(own, column).with(column, cell.get());
      }
    }
    return own;
  }

  private static boolean hasText(Node node, Node.Scalar kind) {
    return ((Node.Scalar) node).text().equals(kind.text());
  }

  /** A cell takes the place of what the entry says instead of its parameter. */
  private static Node.Mapping withoutAlternatives(Node.Mapping valuation, String column) {
    Node.Mapping left = valuation;
    for (KindType<?> kind : ValuationFormat.VALUATION_KINDS.kinds()) {
      List<String> alternatives = kind.parameters().alternatives();
      for (String other : alternatives.contains(column) ? alternatives : List.<String>of()) {
        left = isCell(left, other) ? left : left.without(other);
      }
    }
    return left;
  }

  private static boolean isCell(Node.Mapping valuation, String key) {
    return valuation
        .find(key)
        .filter(node -> node.position() instanceof Position.InCell)
        .isPresent();
  }
}
