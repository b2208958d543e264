package com.faultmaven.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who the tests of this JVM called themselves, what they wrote and what they proved themselves by:
 * nothing of it may come into a log. What is short may stand there by chance, and does not count.
 */
final class PrivateTexts {

  private static final int SHORTEST = 16;

  /** What identifies a text, to look it up at each place of a line. */
  private static final int START = 8;

  private static final Set<String> HEADERS = Set.of("X-User-ID", "X-User-Email", "Authorization");

  private static final String BEARER = "Bearer ";

  /** What people write freely and what nobody else may know, by its names in the contracts. */
  private static final Set<String> MEMBERS =
      Set.of(
          "title",
          "description",
          "content",
          "reason",
          "email",
          "user_id",
          "password",
          "current_password",
          "new_password",
          "refresh_token",
          "token",
          "code",
          "code_verifier");

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, List<String>> byStart = new ConcurrentHashMap<>();

  void noteHeader(String name, String value) {
    if (HEADERS.contains(name)) {
      note(value.startsWith(BEARER) ? value.substring(BEARER.length()) : value);
    }
  }

  /** What is no JSON is no text of a person, but a test of bad input. */
  void noteBody(String body) {
    if (body.startsWith("{")) {
      try {
        note(JSON.readTree(body));
      } catch (JacksonException none) {
        return;
      }
    }
  }

  private void note(JsonNode json) {
    json.properties()
        .forEach(
            member -> {
              if (MEMBERS.contains(member.getKey()) && member.getValue().isString()) {
                note(member.getValue().stringValue());
              }
            });
  }

  void note(String text) {
    if (text.length() >= SHORTEST) {
      List<String> same =
          byStart.computeIfAbsent(text.substring(0, START), _ -> new CopyOnWriteArrayList<>());
      if (!same.contains(text)) {
        same.add(text);
      }
    }
  }

  /** The first of them that stands in a line. */
  Optional<String> findIn(String line) {
    for (int at = 0; at + SHORTEST <= line.length(); at++) {
      for (String text : byStart.getOrDefault(line.substring(at, at + START), List.of())) {
        if (line.startsWith(text, at)) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }
}
