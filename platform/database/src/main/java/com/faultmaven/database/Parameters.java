package com.faultmaven.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The parameters behind the question mark, and the words libpq and asyncpg have for pgjdbc's. */
class Parameters {

  private static final Map<String, String> NAMES =
      Map.of(
          "ssl", "sslmode",
          "application_name", "ApplicationName",
          "connect_timeout", "connectTimeout",
          "channel_binding", "channelBinding",
          "gssencmode", "gssEncMode",
          "target_session_attrs", "targetServerType");

  /** asyncpg's ssl takes words of sslmode beside true and false; the others are libpq's servers. */
  private static final Map<String, String> VALUES =
      Map.of(
          "sslmode=true", "require",
          "sslmode=false", "disable",
          "targetServerType=read-write", "primary",
          "targetServerType=read-only", "secondary",
          "targetServerType=standby", "secondary",
          "targetServerType=prefer-standby", "preferSecondary");

  private Parameters() {}

  static Map<String, String> ofJdbc(@Nullable String query) {
    return parse(query, text -> URLDecoder.decode(text, UTF_8));
  }

  static Map<String, String> ofLibpq(Matcher uri) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parse(uri.group("query"), Parameters::decode)
        .forEach(
            (name, value) -> {
              String ours = NAMES.getOrDefault(name, name);
              parameters.put(ours, VALUES.getOrDefault(ours + "=" + value, value));
            });
    putIfPresent(parameters, "user", uri.group("user"));
    putIfPresent(parameters, "password", uri.group("password"));
    return parameters;
  }

  static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
            .collect(joining("&", "?", ""));
  }

  /** Of a URI: a plus sign is a plus sign. */
  static String decode(String text) {
    return StringUtils.uriDecode(text, UTF_8);
  }

  /** As pgjdbc decodes it. */
  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static Map<String, String> parse(@Nullable String query, UnaryOperator<String> decoder) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : StringUtils.tokenizeToStringArray(query, "&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      parameters.put(decoder.apply(name), decoder.apply(value));
    }
    return parameters;
  }

  private static void putIfPresent(
      Map<String, String> parameters, String name, @Nullable String encoded) {
    if (StringUtils.hasLength(encoded)) {
      parameters.put(name, decode(encoded));
    }
  }
}
