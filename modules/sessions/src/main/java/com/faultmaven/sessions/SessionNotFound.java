package com.faultmaven.sessions;

import com.faultmaven.kernel.Refusal;

/** No session, one that has ended, or somebody else's: they look the same. */
public final class SessionNotFound extends Refusal {

  private SessionNotFound() {
    super(SessionProblem.SESSION_NOT_FOUND, "You have no such session; it may have ended.");
  }

  static SessionNotFound any() {
    return new SessionNotFound();
  }
}
