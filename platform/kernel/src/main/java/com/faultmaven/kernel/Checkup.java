package com.faultmaven.kernel;

import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What the command {@code check} looks at for a module. Modules name theirs in {@code
 * META-INF/services}; the settings have been bound by then, and no component is started.
 */
public interface Checkup {

  /** Looks, for some seconds at most; no secret stands in what it says. */
  List<Finding> findings(ConfigurableEnvironment environment);
}
