package com.faultmaven.kernel;

import java.net.URI;
import java.util.Locale;

/**
 * Every kind of problem a caller can meet: its stable code, its title and its HTTP status.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public enum ProblemType {
  MALFORMED_BODY(400, "Malformed request body"),
  INVALID_PARAMETER(400, "Invalid parameter"),
  CONFLICTING_IDENTITY(400, "Conflicting identity"),
  BAD_REQUEST(400, "Bad request"),
  AUTHENTICATION_REQUIRED(401, "Authentication required"),
  PERMISSION_DENIED(403, "Permission denied"),
  CASE_NOT_FOUND(404, "Case not found"),
  MESSAGE_NOT_FOUND(404, "Message not found"),
  PARTICIPANT_NOT_FOUND(404, "Participant not found"),
  TAG_NOT_FOUND(404, "Tag not found"),
  USER_NOT_FOUND(404, "User not found"),
  DEAD_LETTER_NOT_FOUND(404, "Dead letter not found"),
  ROUTE_NOT_FOUND(404, "No such resource"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  REQUEST_TIMEOUT(408, "Request timeout"),
  ILLEGAL_STATUS_CHANGE(409, "Illegal status change"),
  CASE_CLOSED(409, "Case closed"),
  CASE_ARCHIVED(409, "Case archived"),
  LIMIT_REACHED(409, "Limit reached"),
  DEAD_LETTER_ALREADY_SETTLED(409, "Dead letter already settled"),
  IDEMPOTENCY_IN_PROGRESS(409, "Request still in progress"),
  API_SUNSET(410, "API version ended"),
  VERSION_CONFLICT(412, "Version conflict"),
  BODY_TOO_LARGE(413, "Request body too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  VALIDATION_FAILED(422, "Validation failed"),
  IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Internal error"),
  SERVICE_UNAVAILABLE(503, "Service unavailable");

  private final int status;
  private final String title;
  private final URI uri;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
    this.uri =
        URI.create("urn:faultmaven:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** Identifies the kind of problem, whatever request met it. */
  public URI uri() {
    return uri;
  }
}
