package com.faultmaven.cleanapp;

import com.faultmaven.reports.Box;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places as CleanApp answers them: JSON in a text, empty for nowhere. */
final class Geometries {

  private Geometries() {}

  static String text(@Nullable String json) {
    return json == null ? "" : json;
  }

  /** Some as one. */
  static String collection(List<String> geometries) {
    return geometries.isEmpty()
        ? ""
        : geometries.stream()
            .map(it -> "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + it + "}")
            .collect(
                Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
  }

  static String box(@Nullable Box bounds) {
    return bounds == null
        ? ""
        : String.format(
            Locale.ROOT,
            "[%s,%s,%s,%s]",
            bounds.west(),
            bounds.south(),
            bounds.east(),
            bounds.north());
  }
}
