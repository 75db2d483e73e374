package org.datamarket.model.reach;

import java.util.List;

/**
 * Who is to be connected: groups of buyers, in their order, and a number of sellers.
 *
 * @param blocks the groups; a buyer's number is its place in this order
 * @param sellers how many sellers there are
 */
public record Crowd(List<Block> blocks, int sellers) {

  /**
   * A group of buyers.
   *
   * @param name its name, unlike all others: it names the random stream of the group's links
   * @param size how many buyers it has
   */
  public record Block(String name, int size) {}

  /** Copies the list. */
  public Crowd {
    blocks = List.copyOf(blocks);
  }

  /** How many buyers there are. */
  public int buyers() {
    return blocks.stream().mapToInt(Block::size).sum();
  }
}
