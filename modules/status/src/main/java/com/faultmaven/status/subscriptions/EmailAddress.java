package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.InvalidRequest;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where mail is sent to.
 *
 * @param value in lower case: nobody has two mailboxes that differ by that
 */
record EmailAddress(String value) {

  private static final int LONGEST = 254;

  /** Possessive, so that no text takes long. */
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9._%+-]++@(?:[A-Za-z0-9-]++\\.)++[A-Za-z]{2,63}");

  /**
   * Reads an address.
   *
   * @throws InvalidRequest if it is none
   */
  static EmailAddress of(String text) {
    String trimmed = text.strip();
    if (trimmed.length() > LONGEST || !FORM.matcher(trimmed).matches()) {
      throw InvalidRequest.body(
          "/email", "invalid_format", "email is no address of mail such as ada@acme.example.");
    }
    return new EmailAddress(trimmed.toLowerCase(Locale.ROOT));
  }

  /** The same for all that one mailbox may be called: what follows a plus is its owner's. */
  String mailbox() {
    int at = value.lastIndexOf('@');
    String local = value.substring(0, at);
    int plus = local.indexOf('+');
    return (plus < 1 ? local : local.substring(0, plus)) + value.substring(at);
  }
}
