package com.faultmaven.cases.counts;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Counts name their owner. Without cases they add up to nothing, and go as they are folded. */
@Component
@Order(PersonalData.OWNED)
class CountsOfOwner implements PersonalData {

  private final CaseCounts counts;

  CountsOfOwner(CaseCounts counts) {
    this.counts = counts;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    return counts.fold(user, most) == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
