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
  private final SubscriptionRequests requests;

  OwnedSubscriptions(Subscriptions subscriptions, SubscriptionRequests requests) {
    this.subscriptions = subscriptions;
    this.requests = requests;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    int deleted =
        subscriptions.deleteSome(user.value(), most) + requests.deleteSome(user.value(), most);
    return deleted == 0 ? Erasure.NOTHING_LEFT : Erasure.SOME;
  }
}
