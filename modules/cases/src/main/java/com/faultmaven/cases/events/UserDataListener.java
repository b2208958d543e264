package com.faultmaven.cases.events;

import com.faultmaven.cases.UserDataDeletionRequested;
import com.faultmaven.cases.deletion.UserData;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Deletes the data of users whose deletion an administrator requested. */
@Component
class UserDataListener {

  private final UserData data;

  UserDataListener(UserData data) {
    this.data = data;
  }

  @ApplicationModuleListener(id = "cases.delete-user-data")
  void on(UserDataDeletionRequested request) {
    request.run(() -> data.delete(request.user(), request.by()));
  }
}
