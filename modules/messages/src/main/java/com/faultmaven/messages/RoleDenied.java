package com.faultmaven.messages;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** The caller may write to the case, but not in this role. */
public final class RoleDenied extends Refusal {

  private RoleDenied(MessageRole role) {
    super(
        CommonProblem.PERMISSION_DENIED,
        "Only administrators and trusted services may add messages with the role "
            + role.word()
            + ".");
  }

  static RoleDenied of(MessageRole role) {
    return new RoleDenied(role);
  }
}
