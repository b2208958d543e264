package com.faultmaven.sessions;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.UserId;
import com.faultmaven.sessions.SessionFact.Expired;
import com.faultmaven.sessions.SessionFact.Opened;
import com.faultmaven.sessions.SessionFact.Terminated;
import com.faultmaven.sessions.SessionFact.Terminated.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens, changes and ends sessions; each change publishes its facts in the same transaction. */
@Service
@Transactional
public class SessionCommands {

  private static final int AT_ONCE = 100;

  private final SessionStore sessions;
  private final SessionProperties properties;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  SessionCommands(
      SessionStore sessions,
      SessionProperties properties,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.sessions = sessions;
    this.properties = properties;
    this.facts = facts;
    this.clock = clock;
  }

  /** Resumes the user's live session of the client, or opens one. */
  public OpenedSession open(NewSession wanted, UserId user) {
    Instant now = now();
    if (wanted.clientId() == null) {
      sessions.lock(user);
    } else {
      sessions
          .takeEnded(user, wanted.clientId(), now)
          .forEach(ended -> facts.publishEvent(expired(ended, properties, now)));
    }
    SessionStore.Placed placed = sessions.open(wanted, user, now);
    OpenedSession opened = placed.opened();
    if (!opened.resumed()) {
      if (placed.before() >= properties.limit()) {
        sessions
            .takeBeyond(properties.limit(), user, opened.session().id(), now)
            .forEach(ended -> facts.publishEvent(new Terminated(ended, Reason.LIMIT, now)));
      }
      facts.publishEvent(new Opened(opened.session()));
    }
    return opened;
  }

  /** Changes a live session of the caller's. */
  public Session edit(SessionId id, SessionEdit edit, IfMatch condition, Caller caller) {
    Instant now = now();
    if (edit.status() == SessionStatus.ACTIVE) {
      sessions.lock(caller.userId());
    }
    Session before = locked(id, condition, caller, now);
    return sessions.change(changed(before, edit), now);
  }

  /** Ends a live session of the caller's. */
  public void end(SessionId id, IfMatch condition, Caller caller) {
    Instant now = now();
    Session ended = locked(id, condition, caller, now);
    sessions.delete(id);
    facts.publishEvent(new Terminated(ended, Reason.REQUESTED, now));
  }

  /** Ends those of a user who is deleted, but for what somebody else is changing now. */
  public void endAll(UserId user) {
    Instant now = now();
    List<Session> ended;
    do {
      ended = sessions.takeSome(user, AT_ONCE);
      ended.forEach(
          session -> facts.publishEvent(new Terminated(session, Reason.USER_DELETED, now)));
    } while (ended.size() == AT_ONCE);
  }

  private Session locked(SessionId id, IfMatch condition, Caller caller, Instant now) {
    Session found = sessions.lock(id, caller.userId(), now).orElseThrow(SessionNotFound::any);
    condition.require(found.version());
    return found;
  }

  private static Session changed(Session before, SessionEdit edit) {
    return new Session(
        before.id(),
        before.version(),
        before.user(),
        before.clientId(),
        before.type(),
        edit.title().apply(before.title()),
        edit.status() == null ? before.status() : edit.status(),
        edit.timeoutMinutes() == null ? before.timeoutMinutes() : edit.timeoutMinutes(),
        edit.metadata().apply(before.metadata()),
        before.caseCount(),
        before.facts(),
        before.createdAt(),
        before.updatedAt(),
        before.lastActivityAt(),
        before.expiresAt());
  }

  static Expired expired(Session ended, SessionProperties properties, Instant now) {
    Instant oldest = ended.createdAt().plus(properties.maxAge());
    return new Expired(ended, !ended.expiresAt().isBefore(oldest), now);
  }

  /** As precise as the database. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
