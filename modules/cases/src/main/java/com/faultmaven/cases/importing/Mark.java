package com.faultmaven.cases.importing;

/**
 * Tells whether anything was done to a case since.
 *
 * @param version grows with its changes
 * @param facts grows with its changes and its messages
 */
public record Mark(long version, long facts) {

  /** Of a case that has just come. */
  public static final Mark NEW = new Mark(1, 1);

  /** Of a case that is replaced: who has the version before is to notice. */
  public Mark next() {
    return new Mark(version + 1, facts);
  }
}
