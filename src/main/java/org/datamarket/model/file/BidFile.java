package org.datamarket.model.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final int DEEPEST = 1_000;
  private static final int LONGEST_NUMBER = 1_000;
  private static final int LONGEST_KEY = 50_000;
  private static final int LONGEST_TEXT = 20_000_000;
  private static final int LONGEST_REASON = 200;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNameLength(LONGEST_KEY)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private final String label;
  private final JsonParser parser;

  private BidFile(String label, JsonParser parser) {
    this.label = label;
    this.parser = parser;
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
    return new BidFile(label, JSON.createParser(withoutMark(new BufferedReader(source))));
  }

  /** What follows the byte order mark that some programs put before UTF-8. */
  private static Reader withoutMark(BufferedReader source) throws IOException {
    source.mark(1);
    if (source.read() != '\uFEFF') {
      source.reset();
    }
    return source;
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
    try {
      JsonToken token = parser.nextToken();
      if (token != null && token != JsonToken.START_OBJECT) {
        throw mistake("expected an object with sellers and bids, not " + shown());
      }
      return token != null;
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed);
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }

  /**
   * Reads the object that {@link #hasNext} has found.
   *
   * @param ties the rule for bids of the same price
   * @throws UserMistake if anything is wrong with it
   */
  public Case next(TieRule ties) throws UserMistake, IOException {
    try {
      return readCase(ties);
    } catch (JsonProcessingException malformed) {
      throw malformed(malformed);
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }

  private Case readCase(TieRule ties) throws IOException {
    Position start = position(parser.currentTokenLocation());
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
      Position position = position(parser.currentTokenLocation());
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
    Position start = position(parser.currentTokenLocation());
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
      throw mistake(key + " must be a number of at least 0, not " + shown());
    }
    double number = Magnitude.read(parser.getText());
    if (!(number >= 0)) {
      throw mistake("%s must be %s, not %s".formatted(key, Magnitude.NOT_NEGATIVE, shown()));
    }
    return Math.abs(number);
  }

  private void expect(JsonToken token, String what) throws IOException {
    if (parser.currentToken() != token) {
      throw mistake("expected " + what + ", not " + shown());
    }
  }

  private String shown() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "the end of the file";
    }
    return switch (token) {
      case START_ARRAY -> "a list";
      case START_OBJECT -> "an object";
      case VALUE_STRING -> Words.quoted(parser.getText());
      default -> Words.shortened(parser.getText());
    };
  }

  private Mistake mistake(String what) {
    return new Mistake(position(parser.currentTokenLocation()), what);
  }

  private UserMistake malformed(JsonProcessingException malformed) {
    JsonLocation known = malformed.getLocation();
    Position where = position(known == null ? parser.currentLocation() : known);
    String reason =
        malformed instanceof StreamConstraintsException
            ? beyondLimits()
            : "is no JSON: " + cut(malformed.getOriginalMessage());
    return new UserMistake(new Mistake(where, reason).getMessage());
  }

  private static String beyondLimits() {
    return String.format(
        Locale.ROOT,
        "is too deep or too long; expected at most %,d levels of nesting, and %,d characters in a"
            + " number, %,d in a key and %,d in a text",
        DEEPEST,
        LONGEST_NUMBER,
        LONGEST_KEY,
        LONGEST_TEXT);
  }

  /** A reason may quote the file at any length. */
  private static String cut(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  private Position position(JsonLocation location) {
    return new Position.InText(label, location.getLineNr(), location.getColumnNr());
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
