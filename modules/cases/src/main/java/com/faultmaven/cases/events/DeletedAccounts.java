package com.faultmaven.cases.events;

import com.faultmaven.cases.deletion.UserData;
import com.faultmaven.contracts.identity.events.AuthUserDeletedV1;
import com.faultmaven.kernel.UserId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Accepts in the transaction that deletes an account of this installation that the data of its user
 * is deleted, in every module.
 */
@Component
class DeletedAccounts {

  private final UserData data;

  DeletedAccounts(UserData data) {
    this.data = data;
  }

  @EventListener
  void on(AuthUserDeletedV1 event) {
    UserId user = new UserId(event.aggregateId());
    data.delete(user, user);
  }
}
