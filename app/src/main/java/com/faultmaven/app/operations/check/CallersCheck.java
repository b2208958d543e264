package com.faultmaven.app.operations.check;

import com.faultmaven.kernel.Finding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Says in words whom the service believes about callers; whether that is right nobody else knows.
 */
final class CallersCheck {

  private static final String IDENTITY = "faultmaven.identity.";

  private CallersCheck() {}

  static Finding finding(Environment environment) {
    if ("standalone".equalsIgnoreCase(environment.getProperty(IDENTITY + "mode", ""))) {
      return Finding.good("callers", "by tokens that are issued here");
    }
    if (isSet(environment, "jwks-uri")) {
      return Finding.good("callers", "by bearer tokens");
    }
    List<String> proofs = new ArrayList<>();
    if (isSet(environment, "gateway.secrets") || isSet(environment, "gateway.secrets[0]")) {
      proofs.add("that sends its secret");
    }
    if (isSet(environment, "gateway.networks") || isSet(environment, "gateway.networks[0]")) {
      proofs.add("that connects from its networks");
    }
    return Finding.good(
        "callers",
        proofs.isEmpty()
            ? "by the headers of whoever reaches the port"
            : "by the headers of a gateway " + String.join(" and ", proofs));
  }

  private static boolean isSet(Environment environment, String property) {
    return StringUtils.hasText(environment.getProperty(IDENTITY + property));
  }
}
