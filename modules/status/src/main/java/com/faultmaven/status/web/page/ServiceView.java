package com.faultmaven.status.web.page;

import com.faultmaven.status.page.ShownService;
import org.jspecify.annotations.Nullable;

/**
 * A service and how it was lately.
 *
 * @param bars null where there are too many services to show them
 */
record ServiceView(
    String name, @Nullable String description, ConditionView condition, @Nullable Bars bars) {

  static ServiceView of(ShownService service, @Nullable Bars bars) {
    return new ServiceView(
        service.name(), service.description(), ConditionView.of(service.condition()), bars);
  }
}
