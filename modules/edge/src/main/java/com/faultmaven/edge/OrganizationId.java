package com.faultmaven.edge;

/**
 * The organization a caller acts for.
 *
 * @param value 1 to 255 printable characters
 */
public record OrganizationId(String value) {

  /** Stands for everybody in an installation without organizations. */
  public static final OrganizationId DEFAULT = new OrganizationId("default");

  @Override
  public String toString() {
    return value;
  }
}
