package org.datamarket.mechanism.file;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.datamarket.document.Mistake;
import org.datamarket.document.UserMistake;

/**
 * Reads markets to be cleared once: JSON objects one after the other, each with {@code sellers},
 * {@code buyers}, {@code isp}, {@code parameters} and perhaps an {@code id} (docs/mechanisms.md
 * §6), or with a {@code grid} of prices (§7), or with {@code resources} (§8). Other keys are passed
 * over.
 */
public final class MarketFile implements AutoCloseable {
  private static final List<String> PASSED_OVER = List.of("results", "replies", "play", "levels");

  private final JsonTree json;

  private MarketFile(JsonTree json) {
    this.json = json;
  }

  /** Opens a source of JSON; {@code label} is what messages call it. */
  public static MarketFile open(String label, Reader source) throws IOException {
    return new MarketFile(new JsonTree(label, source));
  }

  /**
   * Whether there is one more market.
   *
   * @throws UserMistake if what follows is no JSON
   */
  public boolean hasNext() throws UserMistake, IOException {
    try {
      return json.hasNext();
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }

  /**
   * Reads the market that {@link #hasNext} has found.
   *
   * @throws UserMistake if anything is wrong with it
   */
  public MarketLine next() throws UserMistake, IOException {
    try {
      return LineReader.read(json.next(PASSED_OVER));
    } catch (Mistake mistake) {
      throw new UserMistake(mistake);
    }
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
