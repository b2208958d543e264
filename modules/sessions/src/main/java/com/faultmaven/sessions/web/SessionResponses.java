package com.faultmaven.sessions.web;

import com.faultmaven.cases.CaseView;
import com.faultmaven.contracts.sessions.v1.model.CaseStatus;
import com.faultmaven.contracts.sessions.v1.model.HeartbeatResponse;
import com.faultmaven.contracts.sessions.v1.model.SessionCase;
import com.faultmaven.contracts.sessions.v1.model.SessionCaseList;
import com.faultmaven.contracts.sessions.v1.model.SessionList;
import com.faultmaven.contracts.sessions.v1.model.SessionResponse;
import com.faultmaven.contracts.sessions.v1.model.SessionStatus;
import com.faultmaven.contracts.sessions.v1.model.Severity;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.sessions.OpenedSession;
import com.faultmaven.sessions.Session;
import com.faultmaven.sessions.SessionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;

/** Writes sessions as the contract has them. */
class SessionResponses {

  private SessionResponses() {}

  static SessionResponse of(OpenedSession opened) {
    return of(opened.session())
        .sessionResumed(opened.resumed())
        .message(
            opened.resumed() ? "Session resumed successfully" : "Session created successfully");
  }

  static SessionResponse of(Session session) {
    OffsetDateTime activity = time(session.lastActivityAt());
    return new SessionResponse()
        .sessionId(session.id().value())
        .userId(session.user().value())
        .clientId(session.clientId())
        .sessionType(session.type())
        .title(session.title())
        .status(status(session))
        .createdAt(time(session.createdAt()))
        .updatedAt(time(session.updatedAt()))
        .lastActivityAt(activity)
        .lastActivity(activity)
        .expiresAt(time(session.expiresAt()))
        .timeoutMinutes(session.timeoutMinutes())
        .sessionResumed(false)
        .message(null)
        .messageCount(0L)
        .caseCount((long) session.caseCount())
        .metadata(new HashMap<>(session.metadata().values()))
        .version(session.version().value());
  }

  static HeartbeatResponse alive(Session session) {
    OffsetDateTime activity = time(session.lastActivityAt());
    return new HeartbeatResponse()
        .sessionId(session.id().value())
        .status(status(session))
        .lastActivityAt(activity)
        .lastActivity(activity)
        .expiresAt(time(session.expiresAt()))
        .message("Session is alive");
  }

  static SessionList of(Page<Session> page) {
    return new SessionList()
        .sessions(page.rows().stream().map(SessionResponses::of).toList())
        .total(page.total())
        .totalCount(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  static SessionCaseList cases(SessionId session, Page<CaseView> page) {
    return new SessionCaseList()
        .sessionId(session.value())
        .cases(page.rows().stream().map(SessionResponses::of).toList())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  private static SessionCase of(CaseView view) {
    return new SessionCase()
        .caseId(view.id().value())
        .title(view.title())
        .status(CaseStatus.valueOf(view.status().name()))
        .severity(Severity.valueOf(view.severity().name()))
        .createdAt(time(view.createdAt()))
        .updatedAt(time(view.updatedAt()));
  }

  private static SessionStatus status(Session session) {
    return SessionStatus.valueOf(session.status().name());
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
