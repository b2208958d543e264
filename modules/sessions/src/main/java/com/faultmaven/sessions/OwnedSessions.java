package com.faultmaven.sessions;

import com.faultmaven.kernel.PersonalData;
import com.faultmaven.kernel.UserId;
import com.faultmaven.sessions.SessionFact.Terminated;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ends the sessions of a user who is deleted, each with its event. */
@Component
@Order(PersonalData.OWNED)
class OwnedSessions implements PersonalData {

  private final SessionStore sessions;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  OwnedSessions(SessionStore sessions, ApplicationEventPublisher facts, Clock clock) {
    this.sessions = sessions;
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public Erasure eraseSome(UserId user, int most) {
    List<Session> ended = sessions.takeSome(user, most);
    Instant now = clock.instant();
    ended.forEach(
        session ->
            facts.publishEvent(new Terminated(session, Terminated.Reason.USER_DELETED, now)));
    if (!ended.isEmpty()) {
      return Erasure.SOME;
    }
    return sessions.hasAny(user) ? Erasure.BUSY : Erasure.NOTHING_LEFT;
  }
}
