package com.faultmaven.status;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Map;

/** The caller may not do this, or has to say who it is. */
public final class Denied extends Refusal {

  private final boolean nameless;

  private Denied(CommonProblem type, String detail) {
    super(type, detail);
    this.nameless = type == CommonProblem.AUTHENTICATION_REQUIRED;
  }

  static Denied withoutName() {
    return new Denied(
        CommonProblem.AUTHENTICATION_REQUIRED, "The request does not say who makes it.");
  }

  static Denied toWrite() {
    return new Denied(
        CommonProblem.PERMISSION_DENIED, "You may read this status page, but not write to it.");
  }

  static Denied toAdminister() {
    return new Denied(
        CommonProblem.PERMISSION_DENIED, "This is for administrators of the status page.");
  }

  @Override
  public Map<String, String> headers() {
    return nameless ? Map.of("WWW-Authenticate", "Bearer") : Map.of();
  }
}
