package com.faultmaven.kernel;

/** The kinds of problems any context may answer with. */
public enum CommonProblem implements ProblemType {
  MALFORMED_BODY(400, "Malformed request body"),
  INVALID_PARAMETER(400, "Invalid parameter"),
  CONFLICTING_IDENTITY(400, "Conflicting identity"),
  BAD_REQUEST(400, "Bad request"),
  AUTHENTICATION_REQUIRED(401, "Authentication required"),
  PERMISSION_DENIED(403, "Permission denied"),
  USER_NOT_FOUND(404, "User not found"),
  ROUTE_NOT_FOUND(404, "No such resource"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "Not acceptable"),
  REQUEST_TIMEOUT(408, "Request timeout"),
  ILLEGAL_STATUS_CHANGE(409, "Illegal status change"),
  LIMIT_REACHED(409, "Limit reached"),
  IDEMPOTENCY_IN_PROGRESS(409, "Request still in progress"),
  IDEMPOTENT_ANSWER_NOT_KEPT(409, "Answer not kept"),
  API_SUNSET(410, "API version ended"),
  VERSION_CONFLICT(412, "Version conflict"),
  BODY_TOO_LARGE(413, "Request body too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  VALIDATION_FAILED(422, "Validation failed"),
  IDEMPOTENCY_KEY_REUSED(422, "Idempotency key reused"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  RATE_LIMITED(429, "Rate limited"),
  HEADERS_TOO_LARGE(431, "Request headers too large"),
  INTERNAL_ERROR(500, "Internal error"),
  SERVICE_UNAVAILABLE(503, "Service unavailable");

  private final int status;
  private final String title;

  CommonProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
