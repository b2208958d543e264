package com.faultmaven.status;

import java.util.List;

/** Services are not as was told last, of all that one cause changed. */
public record ConditionsChanged(List<ConditionChange> changes, Cause cause) {

  public ConditionsChanged {
    changes = List.copyOf(changes);
  }
}
