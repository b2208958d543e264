package com.faultmaven.reports.dossiers;

/**
 * How a report belongs to a case.
 *
 * @param reason at most 128 characters
 * @param confidence from 0 to 1
 */
public record Link(String reason, double confidence) {

  static final String INITIAL_SELECTION = "initial_selection";
  public static final String MATCHED = "matched";
  public static final String MANUAL = "manual";
}
