package com.faultmaven.sessions.web;

import com.faultmaven.contracts.sessions.v1.api.SessionFilterParameters;
import com.faultmaven.contracts.sessions.v1.api.SessionsApi;
import com.faultmaven.contracts.sessions.v1.model.CreateSessionRequest;
import com.faultmaven.contracts.sessions.v1.model.HeartbeatResponse;
import com.faultmaven.contracts.sessions.v1.model.SessionCaseList;
import com.faultmaven.contracts.sessions.v1.model.SessionList;
import com.faultmaven.contracts.sessions.v1.model.SessionResponse;
import com.faultmaven.contracts.sessions.v1.model.UpdateSessionRequest;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.sessions.Heartbeats;
import com.faultmaven.sessions.OpenedSession;
import com.faultmaven.sessions.Session;
import com.faultmaven.sessions.SessionCommands;
import com.faultmaven.sessions.SessionEdit;
import com.faultmaven.sessions.SessionId;
import com.faultmaven.sessions.SessionQueries;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Sessions. */
@RestController
class SessionsController implements SessionsApi {

  private final SessionCommands commands;
  private final SessionQueries queries;
  private final Heartbeats heartbeats;

  SessionsController(SessionCommands commands, SessionQueries queries, Heartbeats heartbeats) {
    this.commands = commands;
    this.queries = queries;
    this.heartbeats = heartbeats;
  }

  @Override
  public ResponseEntity<SessionResponse> createSession(
      @Nullable String userId, @Nullable CreateSessionRequest request) {
    Caller caller = Caller.current();
    SessionRequests.requireSelf(userId, caller);
    OpenedSession opened = commands.open(SessionRequests.newSession(request), caller.userId());
    ResponseEntity.BodyBuilder answer =
        opened.resumed()
            ? ResponseEntity.ok()
            : ResponseEntity.created(URI.create("/api/v1/sessions/" + opened.session().id()));
    return answer.eTag(opened.session().etag()).body(SessionResponses.of(opened));
  }

  @Override
  public ResponseEntity<SessionList> listSessions(
      SessionFilterParameters filter,
      @Nullable String userId,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    UserId user = userId == null ? Caller.current().userId() : new UserId(userId);
    return list(user, filter, Paging.of(limit, offset, cursor));
  }

  @Override
  public ResponseEntity<SessionList> listUserSessions(
      String userId,
      SessionFilterParameters filter,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    return list(new UserId(userId), filter, Paging.of(limit, offset, cursor));
  }

  @Override
  public ResponseEntity<SessionResponse> getSession(String sessionId) {
    return answer(queries.get(SessionId.of(sessionId), Caller.current()));
  }

  @Override
  public ResponseEntity<SessionResponse> updateSession(
      String sessionId, UpdateSessionRequest request, @Nullable String ifMatch) {
    return edited(sessionId, SessionRequests.patch(request), ifMatch);
  }

  @Override
  public ResponseEntity<SessionResponse> putSession(
      String sessionId, UpdateSessionRequest request, @Nullable String ifMatch) {
    return edited(sessionId, SessionRequests.put(request), ifMatch);
  }

  @Override
  public ResponseEntity<Void> deleteSession(String sessionId, @Nullable String ifMatch) {
    commands.end(SessionId.of(sessionId), IfMatch.of(ifMatch), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<HeartbeatResponse> heartbeatSession(String sessionId) {
    return beaten(sessionId);
  }

  @Override
  public ResponseEntity<HeartbeatResponse> putHeartbeat(String sessionId) {
    return beaten(sessionId);
  }

  @Override
  public ResponseEntity<SessionCaseList> listCasesOfSession(
      String sessionId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    SessionId session = SessionId.of(sessionId);
    return ResponseEntity.ok(
        SessionResponses.cases(
            session, queries.casesOf(session, Paging.of(limit, offset, cursor), Caller.current())));
  }

  private ResponseEntity<SessionList> list(
      UserId user, SessionFilterParameters filter, Paging paging) {
    return ResponseEntity.ok(
        SessionResponses.of(
            queries.list(user, SessionRequests.filter(filter), paging, Caller.current())));
  }

  private ResponseEntity<SessionResponse> edited(
      String sessionId, SessionEdit edit, @Nullable String ifMatch) {
    return answer(
        commands.edit(SessionId.of(sessionId), edit, IfMatch.of(ifMatch), Caller.current()));
  }

  private ResponseEntity<HeartbeatResponse> beaten(String sessionId) {
    return ResponseEntity.ok(
        SessionResponses.alive(heartbeats.beat(SessionId.of(sessionId), Caller.current())));
  }

  private static ResponseEntity<SessionResponse> answer(Session session) {
    return ResponseEntity.ok().eTag(session.etag()).body(SessionResponses.of(session));
  }
}
