package com.faultmaven.identity.roles;

import java.util.Arrays;
import java.util.Locale;

/** Something that may be done with something; nobody can add to it or change it. */
public enum Permission {
  CASES_READ,
  CASES_WRITE,
  CASES_DELETE,
  CASES_MANAGE,
  KNOWLEDGE_BASE_READ,
  KNOWLEDGE_BASE_WRITE,
  KNOWLEDGE_BASE_DELETE,
  KNOWLEDGE_BASE_MANAGE,
  ORGANIZATION_READ,
  ORGANIZATION_WRITE,
  ORGANIZATION_MANAGE,
  USERS_READ,
  USERS_WRITE,
  USERS_MANAGE,
  TEAMS_READ,
  TEAMS_WRITE,
  TEAMS_MANAGE;

  private static final String MANAGE = "manage";

  private final String resource;
  private final String action;

  Permission() {
    String name = name().toLowerCase(Locale.ROOT);
    int end = name.lastIndexOf('_');
    this.resource = name.substring(0, end);
    this.action = name.substring(end + 1);
  }

  /** The one of this word. */
  public static Permission of(String word) {
    return Arrays.stream(values())
        .filter(permission -> permission.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No permission: " + word));
  }

  /** {@code resource.action}. */
  public String word() {
    return resource + "." + action;
  }

  /** Whether who has it has the other too. */
  boolean implies(Permission other) {
    return this == other || (action.equals(MANAGE) && resource.equals(other.resource));
  }
}
