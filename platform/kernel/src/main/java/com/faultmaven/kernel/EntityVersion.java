package com.faultmaven.kernel;

/**
 * The version of a resource and its strong entity tag, RFC 9110 section 8.8.3.
 *
 * @param value counts up with every change of the resource
 */
public record EntityVersion(long value) {

  /** The entity tag without its quotes is the number. */
  public String tag() {
    return "\"" + value + "\"";
  }
}
