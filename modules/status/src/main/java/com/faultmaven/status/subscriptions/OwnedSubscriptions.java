package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Deletes the subscriptions of a user who is deleted. */
@Component
@Order(PersonalData.OWNED)
class OwnedSubscriptions implements PersonalData {

  private final Subscriptions subscriptions;

  OwnedSubscriptions(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    return subscriptions.deleteSome(user.value(), most) == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
