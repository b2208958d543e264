package com.faultmaven.cases;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** What a user is to a case. */
public enum CaseRole {
  /** Does everything, sharing and deleting included. */
  OWNER,
  /** Reads and writes. */
  COLLABORATOR,
  /** Reads. */
  VIEWER;

  @EnumeratedValue private final String word = name().toLowerCase(Locale.ROOT);

  /** The role as contracts and tables spell it. */
  public String word() {
    return word;
  }

  void requireWriter(CaseId id) {
    if (this == VIEWER) {
      throw PermissionDenied.toWrite(id);
    }
  }

  void requireOwner(CaseId id) {
    if (this != OWNER) {
      throw PermissionDenied.toOwn(id);
    }
  }
}
