package org.datamarket.model.population;

import java.util.List;
import java.util.Optional;
import org.datamarket.document.Mistake;
import org.datamarket.document.type.Fields;
import org.datamarket.model.format.Format;

/** Refuses a fee of an ISP from which nobody could buy: without a price there is none. */
public final class FeeCheck {
  private FeeCheck() {}

  /**
   * @throws Mistake if there is a fee above 0, but no price of the ISP, for all or for some
   */
  public static void check(Fields model, List<BuyerGroup> buyers, List<UserGroup> users) {
    Optional<Fields> isp = model.find(Format.ISP).filter(i -> i.get(Format.FEE_OF_ISP) > 0);
    boolean sells =
        !users.isEmpty() || buyers.stream().anyMatch(group -> group.ispPrice().isPresent());
    if (isp.isPresent() && !isp.get().has(Format.PRICE_OF_ISP) && !sells) {
      throw new Mistake(
          isp.get().position(Format.FEE_OF_ISP),
          "fee is %s, but nobody could buy from the ISP; expected a price beside it, an isp-price of buyers, or users"
              .formatted(isp.get().node(Format.FEE_OF_ISP).inWords()));
    }
  }
}
