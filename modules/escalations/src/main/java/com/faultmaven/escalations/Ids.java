package com.faultmaven.escalations;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What ids of this module are like: a word and 16 lower-case hexadecimal digits. */
final class Ids {

  private static final Pattern DIGITS = Pattern.compile("[a-f0-9]{16}");

  private Ids() {}

  static boolean isOne(String prefix, String sent) {
    return sent.startsWith(prefix) && DIGITS.matcher(sent.substring(prefix.length())).matches();
  }

  static String random(String prefix, RandomGenerator random) {
    return prefix + HexFormat.of().toHexDigits(random.nextLong());
  }
}
