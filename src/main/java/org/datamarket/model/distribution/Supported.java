package org.datamarket.model.distribution;

import org.datamarket.model.Distribution;

/** A distribution that knows where its draws lie. */
public interface Supported extends Distribution {

  /** Where the draws lie. */
  Support support();
}
