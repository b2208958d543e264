package com.faultmaven.mail;

/**
 * Mail cannot be sent here: production without a mail server. {@link Mail#isOpen} says so before.
 */
public final class NoWayOut extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NoWayOut() {
    super("No mail server is configured.");
  }
}
