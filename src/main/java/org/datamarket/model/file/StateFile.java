package org.datamarket.model.file;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.datamarket.document.Node;
import org.datamarket.document.UserMistake;
import org.datamarket.model.MarketModel;

/**
 * Reads states of markets: JSON objects one after the other, each with {@code sellers}, {@code
 * buyers}, {@code epsilon} and the {@code bids} that stand, one row for each buyer with one bid or
 * null for each seller.
 */
public final class StateFile implements AutoCloseable {
  private final JsonSource source;

  private StateFile(JsonSource source) {
    this.source = source;
  }

  /**
   * One state.
   *
   * @param id what it is called, if it says so
   * @param model the market that begins as it stands in the state
   */
  public record Case(Optional<String> id, MarketModel model) {}

  /** Opens a source of JSON; {@code label} is what messages call it. */
  public static StateFile open(String label, Reader source) throws IOException {
    return new StateFile(JsonSource.open(label, source));
  }

  /**
   * Whether there is one more object.
   *
   * @throws UserMistake if what follows is no object
   */
  public boolean hasNext() throws UserMistake, IOException {
    return source.hasNext("sellers, buyers and bids");
  }

  /**
   * Reads the object that {@link #hasNext} has found.
   *
   * @throws UserMistake if anything is wrong with it
   */
  public Case next() throws UserMistake, IOException {
    return source.read(() -> StateReader.read((Node.Mapping) source.node()));
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
