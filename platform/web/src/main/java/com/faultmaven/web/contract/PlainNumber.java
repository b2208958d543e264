package com.faultmaven.web.contract;

/**
 * A number as PostgreSQL keeps and prints it: without an exponent. Judged by its token, before
 * anything is built of it.
 */
final class PlainNumber {

  /** Room for every double, written with the 17 digits that tell it from its neighbours. */
  private static final int MOST_DIGITS = 350;

  /** What has no more digits lies well within the doubles, above zero and below infinity. */
  private static final int SAFE_DIGITS = 300;

  static final String RULE =
      "must be a number a double can hold, of at most 350 digits without an exponent.";

  private PlainNumber() {}

  /** Whether any JSON parser can read it when it is written out. */
  static boolean isReadable(String token) {
    long digits = digits(token);
    return digits <= SAFE_DIGITS || (digits <= MOST_DIGITS && isDouble(token));
  }

  private static long digits(String token) {
    int end = Math.max(token.indexOf('e'), token.indexOf('E'));
    long exponent = end < 0 ? 0 : exponent(token.substring(end + 1));
    int length = end < 0 ? token.length() : end;
    int point = token.indexOf('.');
    int whole = (point < 0 ? length : point) - (token.startsWith("-") ? 1 : 0);
    int fraction = point < 0 ? 0 : length - point - 1;
    return Math.max(1, whole + exponent) + Math.max(0, fraction - exponent);
  }

  /** The exponent as far as it matters how large it is. */
  private static long exponent(String digits) {
    long size =
        digits
            .chars()
            .filter(Character::isDigit)
            .mapToLong(digit -> digit - '0')
            .reduce(0, (before, digit) -> Math.min(10 * before + digit, Integer.MAX_VALUE));
    return digits.startsWith("-") ? -size : size;
  }

  private static boolean isDouble(String token) {
    double nearest = Math.abs(Double.parseDouble(token));
    return nearest > 0 && nearest < Double.POSITIVE_INFINITY;
  }
}
