package com.faultmaven.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses a mail can be sent to. */
final class Address {

  static final int LONGEST = 254;

  /** Possessive: a long address is refused as fast as a short one. */
  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9._%+-]++@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");

  /** Where nobody reads, or nobody is. */
  private static final List<String> NOBODY =
      List.of(
          "test@",
          "example@",
          "sample@",
          "demo@",
          "noreply@",
          "no-reply@",
          "donotreply@",
          "admin@localhost",
          "user@localhost",
          "@example.com",
          "@test.com",
          "@localhost");

  private Address() {}

  static boolean takes(String address, Purpose purpose) {
    return address.length() <= LONGEST
        && FORM.matcher(address).matches()
        && (purpose != Purpose.LETTER || isSomebody(address.toLowerCase(Locale.ROOT)));
  }

  private static boolean isSomebody(String address) {
    return NOBODY.stream().noneMatch(address::contains);
  }
}
