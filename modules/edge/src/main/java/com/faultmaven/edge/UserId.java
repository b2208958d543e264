package com.faultmaven.edge;

/**
 * A person or service as the identity provider names it.
 *
 * @param value 1 to 255 printable characters
 */
public record UserId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
