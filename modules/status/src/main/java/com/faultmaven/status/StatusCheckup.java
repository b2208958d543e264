package com.faultmaven.status;

import com.faultmaven.kernel.Checkup;
import com.faultmaven.kernel.Finding;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Says for which organizations anybody publishes, if for any. */
public final class StatusCheckup implements Checkup {

  private static final String STATUS = "status";

  @Override
  public List<Finding> findings(ConfigurableEnvironment environment) {
    StatusProperties properties =
        Binder.get(environment).bindOrCreate("faultmaven.status", StatusProperties.class);
    if (properties.openOrganizations().isEmpty()) {
      return List.of();
    }
    return List.of(
        StatusConfiguration.isRefused(properties, environment)
            ? Finding.bad(STATUS, StatusConfiguration.REFUSAL)
            : Finding.good(
                STATUS,
                "anybody publishes for " + String.join(", ", properties.openOrganizations())));
  }
}
