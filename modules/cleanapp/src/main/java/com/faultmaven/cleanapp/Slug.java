package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseId;
import java.util.Locale;
import java.util.regex.Pattern;

/** A title for addresses; nobody looks a case up by it. */
final class Slug {

  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDS = Pattern.compile("^-+|-+$");
  private static final int LONGEST = 100;
  private static final int DIGITS = 8;

  private Slug() {}

  static String of(String title, CaseId id) {
    String words = OTHERS.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("-");
    String whole = ENDS.matcher(words).replaceAll("");
    String cut = ENDS.matcher(start(whole)).replaceAll("");
    String digits = id.value().substring(id.value().indexOf('_') + 1).substring(0, DIGITS);
    return (cut.isEmpty() ? "case" : cut) + "-" + digits;
  }

  private static String start(String whole) {
    return whole.codePointCount(0, whole.length()) <= LONGEST
        ? whole
        : whole.substring(0, whole.offsetByCodePoints(0, LONGEST));
  }
}
