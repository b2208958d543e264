package com.faultmaven.escalations;

import com.faultmaven.kernel.Refusal;

/** The organization has no such contact. */
public final class ContactNotFound extends Refusal {

  private ContactNotFound(String detail) {
    super(EscalationProblem.CONTACT_NOT_FOUND, detail);
  }

  static ContactNotFound named(String id) {
    return new ContactNotFound("There is no contact " + shown(id) + ".");
  }
}
