package com.faultmaven.status.web.page;

import com.faultmaven.status.page.ShownService;
import org.jspecify.annotations.Nullable;

/** A service and how it was lately. */
record ServiceView(String name, @Nullable String description, ConditionView condition, Bars bars) {

  /**
   * @param described whether there is room for what it is
   */
  static ServiceView of(ShownService service, Bars bars, boolean described) {
    return new ServiceView(
        service.name(),
        described ? service.description() : null,
        ConditionView.of(service.condition()),
        bars);
  }
}
