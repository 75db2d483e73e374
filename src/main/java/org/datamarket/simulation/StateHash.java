package org.datamarket.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.datamarket.market.Bids;
import org.datamarket.market.Market;

/** SHA-256 over the round, the status, the counts, all reserves and all live bids, to the last bit. */
final class StateHash {
  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);

  private StateHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  static String of(DataMarket simulation) {
    StateHash hash = new StateHash();
    Monitor monitor = simulation.monitor();
    hash.add(simulation.seed());
    hash.add(monitor.round());
    hash.digest.update(monitor.status().key().getBytes(StandardCharsets.UTF_8));
    hash.add(monitor.messages());
    hash.add(monitor.replies());
    Market market = simulation.market();
    for (int j = 0; j < market.sellers(); j++) {
      hash.add(market.auction(j).reserve());
    }
    for (int i = 0; i < market.buyers(); i++) {
      Bids bids = market.bids(i);
      hash.add(bids.size());
      for (int k = 0; k < bids.size(); k++) {
        hash.add(bids.seller(k));
        hash.add(bids.bid(k).quantity());
        hash.add(bids.bid(k).price());
      }
    }
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  private void add(long number) {
    digest.update(buffer.putLong(0, number).array());
  }

  private void add(double number) {
    add(Double.doubleToLongBits(number));
  }
}
