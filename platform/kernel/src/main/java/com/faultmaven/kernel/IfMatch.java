package com.faultmaven.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The caller's condition on the version it has seen, RFC 9110 section 13.1.1. Absent allows
 * everything; weak tags never match, because the comparison is a strong one.
 */
public final class IfMatch {

  private static final Pattern TAG =
      Pattern.compile("\\s*((?:W/)?\"[\\x21\\x23-\\x7E]*\")\\s*(,|$)");
  private static final String WEAK = "W/";
  private static final IfMatch ANY = new IfMatch(List.of());

  private final List<String> tags;

  private IfMatch(List<String> tags) {
    this.tags = tags;
  }

  /**
   * Reads the header.
   *
   * @throws InvalidRequest if it is neither {@code *} nor a list of entity tags
   */
  public static IfMatch of(@Nullable String header) {
    if (header == null || header.strip().equals("*")) {
      return ANY;
    }
    List<String> tags = new ArrayList<>();
    Matcher next = TAG.matcher(header);
    int end = 0;
    while (next.find() && next.start() == end) {
      tags.add(next.group(1));
      end = next.end();
    }
    if (tags.isEmpty() || end != header.length() || header.strip().endsWith(",")) {
      throw InvalidRequest.parameter(
          "If-Match",
          "invalid_format",
          "If-Match must be * or a list of quoted entity tags, as ETag gave them.");
    }
    return new IfMatch(List.copyOf(tags));
  }

  /**
   * Holds the condition against what is there now.
   *
   * @throws VersionConflict if the caller has seen another version
   */
  public void require(EntityVersion current) {
    if (!tags.isEmpty() && tags.stream().noneMatch(tag -> isOf(current, tag))) {
      throw tags.stream().anyMatch(tag -> tag.startsWith(WEAK))
          ? VersionConflict.weak(current)
          : VersionConflict.now(current);
    }
  }

  /** A tag is the version, or begins with it and says after a dash what no client changes. */
  private static boolean isOf(EntityVersion version, String tag) {
    return tag.equals(version.tag()) || tag.startsWith("\"" + version.value() + "-");
  }
}
