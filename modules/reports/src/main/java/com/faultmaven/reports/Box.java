package com.faultmaven.reports;

/** What is between two meridians and two parallels, in degrees. */
public record Box(double west, double south, double east, double north) {

  /** As PostgreSQL reads it. */
  public String sql() {
    return "((" + west + "," + south + "),(" + east + "," + north + "))";
  }
}
