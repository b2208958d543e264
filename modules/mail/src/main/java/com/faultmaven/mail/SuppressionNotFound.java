package com.faultmaven.mail;

import com.faultmaven.kernel.Refusal;

/** The address is not suppressed, or is no address. */
public final class SuppressionNotFound extends Refusal {

  private SuppressionNotFound(String detail) {
    super(MailProblem.SUPPRESSION_NOT_FOUND, detail);
  }

  static SuppressionNotFound notSuppressed() {
    return new SuppressionNotFound("This address is not suppressed.");
  }

  static SuppressionNotFound noAddress() {
    return new SuppressionNotFound("This is no address that mail can be sent to.");
  }
}
