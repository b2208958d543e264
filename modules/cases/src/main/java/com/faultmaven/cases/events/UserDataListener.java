package com.faultmaven.cases.events;

import com.faultmaven.cases.UserData;
import com.faultmaven.cases.UserDataDeletionRequested;
import com.faultmaven.contracts.events.AuthUserDeletedV1;
import com.faultmaven.edge.UserId;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Deletes the data of deleted users, step by step. */
@Component
class UserDataListener {

  private final UserData data;

  UserDataListener(UserData data) {
    this.data = data;
  }

  /** Stores the request in the transaction in which the event was heard. */
  @EventListener
  void on(AuthUserDeletedV1 event) {
    UserId user = new UserId(event.payload().userId());
    data.delete(user, user);
  }

  @ApplicationModuleListener(id = "cases.delete-user-data")
  void on(UserDataDeletionRequested request) {
    request.run(() -> data.proceed(request));
  }
}
