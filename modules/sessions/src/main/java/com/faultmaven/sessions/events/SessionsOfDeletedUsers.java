package com.faultmaven.sessions.events;

import com.faultmaven.contracts.identity.events.AuthUserDeletedV1;
import com.faultmaven.kernel.UserId;
import com.faultmaven.sessions.SessionCommands;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Ends the sessions of users who are deleted, as soon as that is told. What somebody was changing
 * at that moment goes with the rest of their data.
 */
@Component
class SessionsOfDeletedUsers {

  private final SessionCommands sessions;

  SessionsOfDeletedUsers(SessionCommands sessions) {
    this.sessions = sessions;
  }

  @ApplicationModuleListener(id = "sessions.delete-user")
  void on(AuthUserDeletedV1 event) {
    sessions.endAll(new UserId(event.payload().userId()));
  }
}
