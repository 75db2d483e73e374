package org.datamarket.model.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.datamarket.document.Magnitude;
import org.datamarket.document.Mistake;
import org.datamarket.document.Position;
import org.datamarket.document.TextFile;
import org.datamarket.document.UserMistake;
import org.datamarket.document.Words;
import org.datamarket.market.Auction;
import org.datamarket.market.Bid;
import org.datamarket.market.TieRule;

/**
 * Reads given bids to be cleared once: JSON objects one after the other, each with {@code sellers}
 * (quantity, reserve) and {@code bids}, one row a buyer with one bid or null a seller. Other keys
 * are passed over.
 */
public final class BidFile implements AutoCloseable {
  private final JsonSource source;
  private final JsonParser parser;

  private BidFile(JsonSource source) {
    this.source = source;
    this.parser = source.parser();
  }

  /**
   * One market to clear.
   *
   * @param sellers the auctions, without bids
   * @param bids by buyer, then by seller
   */
  public record Case(List<Auction> sellers, List<List<Bid>> bids) {}

  /** Opens a source of JSON; {@code label} is what messages call it. */
  public static BidFile open(String label, Reader source) throws IOException {
    return new BidFile(JsonSource.open(label, source));
  }

  /**
   * The text of a file of bids.
   *
   * @throws UserMistake if it cannot be read, or is not UTF-8
   */
  public static String text(Path file) throws UserMistake {
    try {
      return TextFile.decode(
          TextFile.bytesOnce(new Position.InFile(file.toString()), file), file.toString());
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }

  /**
   * Whether there is one more object.
   *
   * @throws UserMistake if what follows is no object
   */
  public boolean hasNext() throws UserMistake, IOException {
    return source.hasNext("sellers and bids");
  }

  /**
   * Reads the object that {@link #hasNext} has found.
   *
   * @param ties the rule for bids of the same price
   * @throws UserMistake if anything is wrong with it
   */
  public Case next(TieRule ties) throws UserMistake, IOException {
    return source.read(() -> readCase(ties));
  }

  private Case readCase(TieRule ties) throws IOException {
    Position start = source.position();
    List<Auction> sellers = null;
    List<Row> rows = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      if (key.equals("sellers")) {
        sellers = readSellers(ties);
      } else if (key.equals("bids")) {
        rows = readRows();
      } else {
        parser.skipChildren();
      }
    }
    if (sellers == null || rows == null) {
      String missing = sellers == null ? "sellers" : "bids";
      throw new Mistake(start, "the key \"" + missing + "\" is missing; expected sellers and bids");
    }
    List<List<Bid>> bids = new ArrayList<>();
    for (Row row : rows) {
      if (row.bids().size() != sellers.size()) {
        throw new Mistake(
            row.position(),
            "the row has "
                + row.bids().size()
                + " bids; expected one, or null, for each of "
                + sellers.size()
                + " sellers");
      }
      bids.add(row.bids());
    }
    return new Case(sellers, bids);
  }

  private record Row(Position position, List<Bid> bids) {}

  private List<Auction> readSellers(TieRule ties) throws IOException {
    expect(JsonToken.START_ARRAY, "a list of sellers");
    List<Auction> sellers = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      double[] numbers = readNumbers("a seller", "quantity", "reserve");
      sellers.add(Auction.of(numbers[0], numbers[1], ties));
    }
    return sellers;
  }

  private List<Row> readRows() throws IOException {
    expect(JsonToken.START_ARRAY, "a list with one row of bids for each buyer");
    List<Row> rows = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(JsonToken.START_ARRAY, "a buyer's row: a bid or null for each seller");
      Position position = source.position();
      List<Bid> bids = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        bids.add(readBid());
      }
      rows.add(new Row(position, bids));
    }
    return rows;
  }

  private Bid readBid() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Bid.NONE;
    }
    double[] numbers = readNumbers("a bid, or null", "quantity", "price");
    return new Bid(numbers[0], numbers[1]);
  }

  /** The two numbers of an object, by name; other keys are passed over. */
  private double[] readNumbers(String what, String first, String second) throws IOException {
    expect(JsonToken.START_OBJECT, what);
    Position start = source.position();
    double[] numbers = {Double.NaN, Double.NaN};
    List<String> unknown = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      if (key.equals(first) || key.equals(second)) {
        numbers[key.equals(first) ? 0 : 1] = readNumber(key);
      } else {
        unknown.add(key);
        parser.skipChildren();
      }
    }
    for (int k = 0; k < 2; k++) {
      if (Double.isNaN(numbers[k])) {
        String missing = k == 0 ? first : second;
        String near = unknown.isEmpty() ? "" : "; there is " + String.join(", ", unknown);
        throw new Mistake(start, "the key \"" + missing + "\" is missing" + Words.shortened(near));
      }
    }
    return numbers;
  }

  private double readNumber(String key) throws IOException {
    if (!parser.currentToken().isNumeric()) {
      throw source.mistake(key + " must be a number of at least 0, not " + source.shown());
    }
    double number = Magnitude.read(parser.getText());
    if (!(number >= 0)) {
      throw source.mistake(
          "%s must be %s, not %s".formatted(key, Magnitude.NOT_NEGATIVE, source.shown()));
    }
    return Math.abs(number);
  }

  private void expect(JsonToken token, String what) throws IOException {
    if (parser.currentToken() != token) {
      throw source.mistake("expected " + what + ", not " + source.shown());
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
