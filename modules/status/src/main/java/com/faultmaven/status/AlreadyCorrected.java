package com.faultmaven.status;

import com.faultmaven.kernel.Refusal;

/** An update is corrected once; then its correction is. */
public final class AlreadyCorrected extends Refusal {

  private AlreadyCorrected(UpdateId id) {
    super(
        StatusProblem.ALREADY_CORRECTED,
        "The update with id '" + id + "' is corrected already. Correct its correction.");
  }

  static AlreadyCorrected of(UpdateId id) {
    return new AlreadyCorrected(id);
  }
}
