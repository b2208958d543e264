package com.faultmaven.cases.events;

import com.faultmaven.cases.UserData;
import com.faultmaven.cases.UserDataDeletionRequested;
import com.faultmaven.contracts.cases.events.AuthUserDeletedV1;
import com.faultmaven.kernel.UserId;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Has the data of deleted users deleted. */
@Component
class UserDataListener {

  private final UserData data;

  UserDataListener(UserData data) {
    this.data = data;
  }

  /** Within the transaction that takes note of the event. */
  @EventListener
  void on(AuthUserDeletedV1 event) {
    UserId user = new UserId(event.payload().userId());
    data.delete(user, user);
  }

  @ApplicationModuleListener(id = "cases.delete-user-data")
  void on(UserDataDeletionRequested request) {
    request.run(() -> data.delete(request.user(), request.by()));
  }
}
