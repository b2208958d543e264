package com.faultmaven.edge;

/** The contract promises it, the service does not do it yet: 501. */
public final class NotImplementedYet extends Refusal {

  private NotImplementedYet(String what) {
    super(ProblemType.NOT_IMPLEMENTED, what + " is part of the contract but not available yet.");
  }

  /**
   * Refuses what later versions will do.
   *
   * @param what begins the sentence that tells the caller, e.g. {@code listTags}
   */
  public static NotImplementedYet of(String what) {
    return new NotImplementedYet(what);
  }
}
