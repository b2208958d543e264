package com.faultmaven.cases.events;

import com.faultmaven.cases.deletion.UserData;
import com.faultmaven.contracts.cases.events.AuthUserDeletedV1;
import com.faultmaven.kernel.UserDirectory;
import com.faultmaven.kernel.UserId;
import com.faultmaven.messaging.EventConsumer;
import org.springframework.stereotype.Component;

/** Deletes the data of a user whom the identity service has deleted. */
@Component
class DeletedUsers implements EventConsumer<AuthUserDeletedV1> {

  private final UserData data;
  private final UserDirectory directory;

  DeletedUsers(UserData data, UserDirectory directory) {
    this.data = data;
    this.directory = directory;
  }

  @Override
  public String id() {
    return "auth.user.deleted";
  }

  @Override
  public String channel() {
    return AuthUserDeletedV1.CHANNEL;
  }

  /** Where all accounts are kept here, this service would hear itself. */
  @Override
  public boolean isNeeded() {
    return directory.elsewhere();
  }

  @Override
  public Class<AuthUserDeletedV1> type() {
    return AuthUserDeletedV1.class;
  }

  @Override
  public void on(AuthUserDeletedV1 event) {
    UserId user = new UserId(event.payload().userId());
    // what was told here of a user who is forgotten by now, and comes back
    if (!user.equals(UserId.DELETED)) {
      data.delete(user, user);
    }
  }
}
