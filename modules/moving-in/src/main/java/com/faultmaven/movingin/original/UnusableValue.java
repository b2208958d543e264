package com.faultmaven.movingin.original;

/** Why a row cannot be taken over as it is. */
final class UnusableValue extends Exception {

  final String field;
  final String reason;
  final String detail;

  private UnusableValue(String field, String reason, String detail) {
    super(field + ": " + detail, null, false, false);
    this.field = field;
    this.reason = reason;
    this.detail = detail;
  }

  static UnusableValue of(String field, String reason, String detail) {
    return new UnusableValue(field, reason, detail);
  }
}
