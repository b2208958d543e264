package com.faultmaven.mail;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** That an address was suppressed stays recorded; who did it is forgotten. */
@Component
@Order(PersonalData.NAMED)
class ActorsOfSuppressions implements PersonalData {

  private final SuppressionRows rows;

  ActorsOfSuppressions(SuppressionRows rows) {
    this.rows = rows;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    return rows.forgetSomeActs(user, most) == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
