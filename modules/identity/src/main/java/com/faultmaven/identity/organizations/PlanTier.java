package com.faultmaven.identity.organizations;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an organization has been promised. */
public enum PlanTier {
  FREE(5),
  PRO(50),
  ENTERPRISE(null);

  private final @Nullable Integer members;

  PlanTier(@Nullable Integer members) {
    this.members = members;
  }

  static PlanTier of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** How many members it allows; null for any number. */
  @Nullable Integer members() {
    return members;
  }

  /** As it is stored and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
