package org.datamarket.analysis.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.datamarket.market.Reach;
import org.junit.jupiter.api.Test;

class NetworkTest {

  private static final Reach REACH = Reach.of(new int[][] {{0, 1}, {1, 3}, {2}, {2, 3}, {}}, 5);

  private static Network network() {
    return Network.of(
        REACH,
        new boolean[] {true, true, true, true, true},
        new boolean[] {true, true, true, false, true});
  }

  @Test
  void of_leavesOutWhoCannotTrade() {
    Network network = network();
    assertThat(network.buyers).containsExactly(0, 1, 2, 3);
    assertThat(network.sellers).containsExactly(0, 1, 2, 4);
    assertThat(network.firstArc).containsExactly(0, 2, 3, 4, 5);
    assertThat(network.arcSeller).containsExactly(0, 1, 1, 2, 2);
    assertThat(
            Network.of(
                    REACH,
                    new boolean[] {false, true, false, false, false},
                    new boolean[] {true, false, true, false, true})
                .buyers)
        .isEmpty();
  }

  @Test
  void connectedParts_ofAllNodes() {
    boolean[] all = {true, true, true, true, true, true, true, true};
    List<Network> parts = network().connectedParts(all);
    assertThat(parts).hasSize(3);
    assertThat(parts.get(0).buyers).containsExactly(0, 1);
    assertThat(parts.get(0).sellers).containsExactly(0, 1);
    assertThat(parts.get(0).arcSeller).containsExactly(0, 1, 1);
    assertThat(parts.get(1).buyers).containsExactly(2, 3);
    assertThat(parts.get(1).sellers).containsExactly(2);
    assertThat(parts.get(2).buyers).isEmpty();
    assertThat(parts.get(2).sellers).containsExactly(4);
  }

  @Test
  void connectedParts_ofSomeNodes() {
    boolean[] withoutSellerOne = {true, true, false, true, true, false, true, false};
    List<Network> parts = network().connectedParts(withoutSellerOne);
    assertThat(parts).extracting(part -> part.buyers.length).containsExactly(1, 0, 1);
    assertThat(parts.get(0).sellers).containsExactly(0);
    assertThat(parts.get(0).arcSeller).containsExactly(0);
    assertThat(parts.get(2).buyers).containsExactly(3);
  }
}
