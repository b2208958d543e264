package com.faultmaven.identity.audit;

import java.util.Locale;

/** The kinds of things that are recorded. */
public enum AuditEvent {
  LOGIN("authentication"),
  LOGIN_FAILED("authentication"),
  LOGOUT("authentication"),
  REFRESH_REUSE("security"),
  PASSWORD_CHANGED("security"),
  PASSWORD_RESET("security"),
  EMAIL_VERIFIED("security"),
  ACCOUNT_CREATED("administration"),
  ACCOUNT_UPDATED("administration"),
  ACCOUNT_DEACTIVATED("administration"),
  ACCOUNT_ACTIVATED("administration"),
  ACCOUNT_DELETED("administration"),
  ROLE_ASSIGNED("authorization"),
  ROLE_REMOVED("authorization"),
  ORG_CREATED("administration"),
  ORG_UPDATED("administration"),
  ORG_DELETED("administration"),
  MEMBER_ADDED("authorization"),
  MEMBER_REMOVED("authorization"),
  TEAM_CREATED("administration"),
  TEAM_UPDATED("administration"),
  TEAM_DELETED("administration"),
  TEAM_MEMBER_ADDED("authorization"),
  TEAM_MEMBER_REMOVED("authorization"),
  KEY_ROTATED("security");

  private final String category;

  AuditEvent(String category) {
    this.category = category;
  }

  /** As it is stored and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String category() {
    return category;
  }
}
