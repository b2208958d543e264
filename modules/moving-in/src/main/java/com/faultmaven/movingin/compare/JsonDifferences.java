package com.faultmaven.movingin.compare;

import com.faultmaven.movingin.original.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where two JSON documents differ. The order of members says nothing, and a time may be written in
 * any of its forms.
 */
final class JsonDifferences {

  private static final int MOST = 50;

  private final List<Pattern> ignored;
  private final List<Pattern> unordered;
  private final List<String> found = new ArrayList<>();
  private final boolean values;

  /**
   * @param ignored JSON pointers to what may differ, in which {@code *} stands for any member
   * @param unordered the same for arrays whose order says nothing
   * @param values whether to say what differs, and not only where
   */
  JsonDifferences(List<String> ignored, List<String> unordered, boolean values) {
    this.ignored = ignored.stream().map(JsonDifferences::pattern).toList();
    this.unordered = unordered.stream().map(JsonDifferences::pattern).toList();
    this.values = values;
  }

  private static Pattern pattern(String pointer) {
    return Pattern.compile(
        Pattern.compile("\\*")
            .splitAsStream(pointer)
            .map(Pattern::quote)
            .collect(Collectors.joining("[^/]*")));
  }

  /** The places at which they differ, the first few. */
  List<String> between(JsonNode old, JsonNode now) {
    found.clear();
    compare("", old, now);
    return List.copyOf(found);
  }

  private void compare(String at, JsonNode old, JsonNode now) {
    if (found.size() >= MOST || old.equals(now) || matches(ignored, at)) {
      return;
    }
    if (old.isObject() && now.isObject()) {
      Set<String> names = new TreeSet<>(old.propertyNames());
      names.addAll(now.propertyNames());
      names.forEach(name -> member(at + "/" + escaped(name), old.get(name), now.get(name)));
    } else if (old.isArray() && now.isArray()) {
      elements(at, old, now);
    } else if (!isSame(old, now)) {
      note(
          at,
          values ? cut(old) + " and " + cut(now) : old.getNodeType() + " and " + now.getNodeType());
    }
  }

  private void member(String at, @Nullable JsonNode old, @Nullable JsonNode now) {
    if (matches(ignored, at)) {
      return;
    }
    if (old == null) {
      note(at, "only the new one has it");
    } else if (now == null) {
      note(at, "only the old one has it");
    } else {
      compare(at, old, now);
    }
  }

  private void elements(String at, JsonNode old, JsonNode now) {
    if (old.size() != now.size()) {
      note(at, old.size() + " and " + now.size() + " elements");
      return;
    }
    if (matches(unordered, at)) {
      List<JsonNode> rest = new ArrayList<>(now.values());
      for (JsonNode element : old) {
        if (!removeSame(at, element, rest)) {
          note(at, "an element of the old one is not in the new one");
        }
      }
      return;
    }
    for (int index = 0; index < old.size(); index++) {
      compare(at + "/" + index, old.get(index), now.get(index));
    }
  }

  private boolean removeSame(String at, JsonNode element, List<JsonNode> rest) {
    for (int index = 0; index < rest.size(); index++) {
      int before = found.size();
      compare(at + "/" + index, element, rest.get(index));
      boolean same = found.size() == before;
      found.subList(before, found.size()).clear();
      if (same) {
        rest.remove(index);
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(JsonNode old, JsonNode now) {
    if (old.isNumber() && now.isNumber()) {
      return old.decimalValue().compareTo(now.decimalValue()) == 0;
    }
    return old.isString()
        && now.isString()
        && Moments.areSame(old.stringValue(), now.stringValue());
  }

  private void note(String at, String what) {
    if (found.size() < MOST) {
      found.add((at.isEmpty() ? "/" : at) + ": " + what);
    }
  }

  private static boolean matches(List<Pattern> patterns, String at) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(at).matches());
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String cut(JsonNode value) {
    String text = value.toString();
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
