package org.datamarket.model;

import java.util.Locale;

/** What people call a buyer or a seller: its id, after its kind unless the id says that itself. */
public final class AgentNames {
  private AgentNames() {}

  /**
   * The name of a buyer or seller: {@code buyer ann}, but {@code buyer-14} alone.
   *
   * @param kind what it is, as the name is to begin: "buyer", or "Seller" at the head of a text
   * @param id its id
   */
  public static String of(String kind, String id) {
    boolean said = id.toLowerCase(Locale.ROOT).contains(kind.toLowerCase(Locale.ROOT));
    return said ? id : kind + " " + id;
  }
}
