package com.faultmaven.kernel;

/**
 * A person or service as the identity provider names it.
 *
 * @param value of the form of a {@link Name}
 */
public record UserId(String value) {

  /** The name of everybody whose data is deleted, in what stays; nobody makes requests under it. */
  public static final UserId DELETED = new UserId("deleted-user");

  /** Tells users apart in log lines without naming them: 16 hex digits. */
  public String pseudonym() {
    return Pseudonyms.of(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
