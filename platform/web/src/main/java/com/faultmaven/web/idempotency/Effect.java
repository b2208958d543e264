package com.faultmaven.web.idempotency;

import java.util.Optional;
import java.util.function.Supplier;

/** Work that has its effect once, however often it is asked for. */
interface Effect {

  /**
   * Does the work and records its answer if it is a success.
   *
   * @return the answer given earlier, in which case the work was not done
   * @throws StillRunning if somebody is doing it right now
   * @throws KeyReused if the scope belongs to another request
   */
  Optional<Answer> of(Digest scope, Digest request, Supplier<Answer> work);
}
