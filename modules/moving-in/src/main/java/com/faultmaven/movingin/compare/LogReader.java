package com.faultmaven.movingin.compare;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the reads in a log: lines of an access log, of JSON or of columns. What is no read is
 * counted and never sent.
 */
final class LogReader {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Pattern ACCESS =
      Pattern.compile(".*?\"([A-Z]+) (\\S+)(?: HTTP/[\\d.]+)?\".*");

  /** Of this service alone, and nothing that could end a line of a request. */
  private static final Pattern TARGET = Pattern.compile("/(?!/)[\\x21-\\x7E&&[^#\"<>\\\\^`{|}]]*");

  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E\\t]{1,8000}");

  /**
   * Who somebody is and what they take; whatever else a client sent has no place in another
   * request.
   */
  private static final Pattern HEADER =
      Pattern.compile("(?i)x-[a-z0-9-]{1,60}|authorization|accept|accept-language");

  private final LoggedColumns columns;
  private final Map<String, String> always;
  private long writes;
  private long unreadable;

  /**
   * @param columns of lines whose values are separated by tabs: method, path, and names of headers
   * @param always headers of each request that has not got them by itself
   */
  LogReader(List<String> columns, Map<String, String> always) {
    this.columns = new LoggedColumns(columns);
    this.always = always;
  }

  Optional<LoggedRead> read(String line) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(always);
    String[] request = request(line, headers);
    if (request.length == 0) {
      unreadable++;
      return Optional.empty();
    }
    if (!request[0].equalsIgnoreCase("GET")) {
      writes++;
      return Optional.empty();
    }
    if (!isTarget(request[1]) || !areSound(headers)) {
      unreadable++;
      return Optional.empty();
    }
    return Optional.of(new LoggedRead(request[1], new LinkedHashMap<>(headers)));
  }

  private static boolean isTarget(String text) {
    try {
      return TARGET.matcher(text).matches() && new URI(text).getRawPath().equals(path(text));
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  private static boolean areSound(Map<String, String> headers) {
    return headers.entrySet().stream()
        .allMatch(
            it -> HEADER.matcher(it.getKey()).matches() && VALUE.matcher(it.getValue()).matches());
  }

  /** Method and target; neither if the line has none. */
  private String[] request(String line, Map<String, String> headers) {
    if (line.stripLeading().startsWith("{")) {
      return ofJson(line, headers);
    }
    if (!columns.areUnnamed()) {
      return columns.read(line, headers);
    }
    Matcher access = ACCESS.matcher(line);
    return access.matches() ? new String[] {access.group(1), access.group(2)} : new String[0];
  }

  private static String[] ofJson(String line, Map<String, String> headers) {
    try {
      JsonNode json = JSON.readTree(line);
      String target = text(json, "path", "uri", "url");
      if (target == null) {
        return new String[0];
      }
      json.path("headers").forEachEntry((name, value) -> headers.put(name, value.asString("")));
      String method = text(json, "method");
      return new String[] {method == null ? "GET" : method, target};
    } catch (JacksonException broken) {
      return new String[0];
    }
  }

  private static @Nullable String text(JsonNode json, String... names) {
    for (String name : names) {
      if (json.path(name).isString()) {
        return json.path(name).stringValue();
      }
    }
    return null;
  }

  /** How many lines were no reads. */
  long writes() {
    return writes;
  }

  /** How many lines could not be understood. */
  long unreadable() {
    return unreadable;
  }
}
