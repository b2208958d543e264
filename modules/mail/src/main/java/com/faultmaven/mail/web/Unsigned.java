package com.faultmaven.mail.web;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** What was sent is not signed by whom it should be. */
final class Unsigned extends Refusal {

  Unsigned() {
    super(CommonProblem.AUTHENTICATION_REQUIRED, "The signature is missing, old or wrong.");
  }
}
