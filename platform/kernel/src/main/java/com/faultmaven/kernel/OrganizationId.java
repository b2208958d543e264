package com.faultmaven.kernel;

/**
 * The organization a caller acts for.
 *
 * @param value of the form of a {@link Name}
 */
public record OrganizationId(String value) {

  /** Stands for everybody in an installation without organizations. */
  public static final OrganizationId DEFAULT = new OrganizationId("default");

  @Override
  public String toString() {
    return value;
  }
}
