package org.datamarket.model.format;

import org.datamarket.document.type.Range;

/** Units and ranges that many keys share. */
final class Units {
  static final String GB = "GB";

  static final String MONEY = "$";

  static final String PRICE = "$/GB";

  static final Range POSITIVE = Range.positive();

  static final Range NOT_NEGATIVE = Range.notNegative();

  private Units() {}
}
