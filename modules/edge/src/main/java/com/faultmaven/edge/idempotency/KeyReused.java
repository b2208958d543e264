package com.faultmaven.edge.idempotency;

import com.faultmaven.edge.ProblemType;
import com.faultmaven.edge.Refusal;

/** The key already stands for another request. */
final class KeyReused extends Refusal {

  KeyReused() {
    super(
        ProblemType.IDEMPOTENCY_KEY_REUSED,
        "This Idempotency-Key was used with another body. A new intention needs a new key.");
  }
}
