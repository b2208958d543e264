package com.faultmaven.sessions;

import com.faultmaven.kernel.Refusal;

/** The session was put aside. */
public final class SessionArchived extends Refusal {

  private SessionArchived() {
    super(SessionProblem.SESSION_ARCHIVED, "The session is archived and cannot be kept alive.");
  }

  static SessionArchived cannotBeKeptAlive() {
    return new SessionArchived();
  }
}
