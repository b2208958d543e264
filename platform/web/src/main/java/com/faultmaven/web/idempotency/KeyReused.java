package com.faultmaven.web.idempotency;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** The key already stands for another request. */
final class KeyReused extends Refusal {

  KeyReused() {
    super(
        CommonProblem.IDEMPOTENCY_KEY_REUSED,
        "This Idempotency-Key was used with another body. A new intention needs a new key.");
  }
}
