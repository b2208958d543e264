package com.faultmaven.mail;

import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * Where links in mails lead: {@code faultmaven.public-url}.
 *
 * @param value scheme, host and maybe a path, without a slash at its end
 * @param known whether somebody said it; else it is this machine, which no recipient reaches
 */
record PublicUrl(String value, boolean known) {

  private static final String SETTING = "faultmaven.public-url";
  private static final Pattern FORM = Pattern.compile("https?://[^\\s?#@<>\"\\\\]{1,500}");

  PublicUrl {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          SETTING + " is an address like https://cases.example.com, without a query.");
    }
    value = value.replaceAll("/+$", "");
  }

  /** On a developer's machine, where mail goes to a folder, that machine is good enough. */
  static PublicUrl of(Environment environment, boolean production) {
    String said = environment.getProperty(SETTING, "").strip();
    return said.isEmpty()
        ? new PublicUrl(
            "http://localhost:" + environment.getProperty("server.port", "8003"), !production)
        : new PublicUrl(said, true);
  }
}
