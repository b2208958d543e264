package com.faultmaven.app.operations;

import java.util.List;
import java.util.stream.Collectors;

/** Why the application does not start as it is configured, and what its operator can do. */
class UnusableSettings extends RuntimeException {

  final String action;

  private UnusableSettings(String message, String action) {
    super(message);
    this.action = action;
  }

  static UnusableSettings unknownLogLevel(String level) {
    return new UnusableSettings(
        "LOG_LEVEL is \"" + level + "\", which is no log level.",
        "Set it to TRACE, DEBUG, INFO, WARNING, ERROR or OFF.");
  }

  static UnusableSettings unknownEnvironment(String environment) {
    return new UnusableSettings(
        "ENVIRONMENT is \"" + environment + "\", which is neither development nor production.",
        "Set it to production wherever other people's data is; unset, it is development.");
  }

  /** What has no default, each in a sentence that says what to set. */
  static UnusableSettings missing(List<String> sentences) {
    return new UnusableSettings(
        sentences.stream()
            .map(sentence -> "    " + sentence)
            .collect(Collectors.joining("\n", "Required settings are missing:\n", "")),
        "Set them, as Spring properties or as environment variables:"
            + " FAULTMAVEN_IDENTITY_JWKS_URI for faultmaven.identity.jwks-uri.");
  }
}
