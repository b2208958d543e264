package com.faultmaven.cases.counts;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Counts name their user. Without cases they add up to nothing, and go as they are folded. */
@Component
@Order(PersonalData.OWNED)
class CountsOfUser implements PersonalData {

  private final CaseCounts counts;

  CountsOfUser(CaseCounts counts) {
    this.counts = counts;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    int folded = 0;
    for (CaseCounts.Of which : CaseCounts.Of.values()) {
      folded += counts.fold(which, user, most);
    }
    return folded == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
