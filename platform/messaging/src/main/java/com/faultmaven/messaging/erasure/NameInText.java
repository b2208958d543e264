package com.faultmaven.messaging.erasure;

import com.faultmaven.kernel.UserId;
import tools.jackson.databind.json.JsonMapper;

/**
 * Regular expressions of PostgreSQL that find a user in stored text, and nobody with a longer name.
 */
final class NameInText {

  private static final JsonMapper JSON = new JsonMapper();

  private NameInText() {}

  /** As a value of JSON, whatever member it is the value of. */
  static String asValue(UserId user) {
    return "[:,\\[]\\s*" + literally(JSON.writeValueAsString(user.value())) + "\\s*[],}]";
  }

  /** In a sentence. */
  static String asWord(UserId user) {
    return "(^|[^A-Za-z0-9])" + literally(user.value()) + "($|[^A-Za-z0-9])";
  }

  private static String literally(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "\\\\$0");
  }
}
