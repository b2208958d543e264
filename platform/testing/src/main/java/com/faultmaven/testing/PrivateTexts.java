package com.faultmaven.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who the tests of this JVM called themselves, what they wrote and what they proved themselves by:
 * nothing of it may come into a log. What is short may stand there by chance, and does not count.
 */
final class PrivateTexts {

  private static final int SHORTEST = 16;

  /** What identifies a text, to look it up at each place of a line. */
  private static final int START = 8;

  private static final Set<String> HEADERS =
      Set.of("X-User-ID", "X-User-Email", "X-Gateway-Secret", "Authorization");

  private static final String BEARER = "Bearer ";

  /** What nobody writes freely, by its names in the contracts: all else is looked for. */
  private static final Pattern PUBLIC =
      Pattern.compile(
          "(?!user_id$)(\\w+_)?(ids?|types?|at|after|before|for|until|time|date)"
              + "|scope|permission|consumer|time_zone");

  private static final String FORM = "application/x-www-form-urlencoded";

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Set<String>> byStart = new ConcurrentHashMap<>();

  void noteHeader(String name, String value) {
    if (HEADERS.contains(name)) {
      note(value.startsWith(BEARER) ? value.substring(BEARER.length()) : value);
    }
  }

  void noteBody(@Nullable String type, String body) {
    if (FORM.equals(type)) {
      noteForm(body);
    } else {
      noteJson(body);
    }
  }

  /** The fields of a form, or of a query. */
  void noteForm(String form) {
    for (String field : form.split("&")) {
      String[] named = field.split("=", 2);
      try {
        note(named[0], URLDecoder.decode(named[named.length - 1], UTF_8));
      } catch (IllegalArgumentException badInput) {
        continue;
      }
    }
  }

  /** Several values, too, each in a line. What is no JSON is a test of bad input. */
  private void noteJson(String body) {
    try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(body)) {
      while (values.hasNextValue()) {
        note("", values.nextValue());
      }
    } catch (JacksonException badInput) {
      return;
    }
  }

  /** An element of an array has the name of the array. */
  private void note(String name, JsonNode json) {
    json.properties().forEach(member -> note(member.getKey(), member.getValue()));
    if (json.isArray()) {
      json.forEach(element -> note(name, element));
    } else if (json.isString()) {
      note(name, json.stringValue());
    }
  }

  private void note(String name, String value) {
    if (!PUBLIC.matcher(name).matches()) {
      note(value);
    }
  }

  void note(String text) {
    if (text.length() >= SHORTEST) {
      byStart
          .computeIfAbsent(text.substring(0, START), _ -> ConcurrentHashMap.newKeySet())
          .add(text);
    }
  }

  /** The first of them that stands in a line. */
  Optional<String> findIn(String line) {
    for (int at = 0; at + SHORTEST <= line.length(); at++) {
      for (String text : byStart.getOrDefault(line.substring(at, at + START), Set.of())) {
        if (line.startsWith(text, at)) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }
}
