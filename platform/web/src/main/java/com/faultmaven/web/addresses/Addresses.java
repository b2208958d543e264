package com.faultmaven.web.addresses;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses as they are written; no name is ever looked up. */
final class Addresses {

  /** What fewer numbers or other bases mean is not agreed on. */
  private static final Pattern IPV4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  private static final int LONGEST = 45;

  private Addresses() {}

  /**
   * The address that is written so. One of IPv4 that is written as IPv6 ({@code ::ffff:192.0.2.1})
   * is one of IPv4.
   */
  static Optional<InetAddress> of(String text) {
    int zone = text.indexOf('%');
    String literal = zone < 0 ? text : text.substring(0, zone);
    boolean known = literal.indexOf(':') >= 0 || IPV4.matcher(literal).matches();
    if (!known || literal.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
