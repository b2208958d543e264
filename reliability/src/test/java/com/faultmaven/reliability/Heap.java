package com.faultmaven.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lives on the heap of a process. */
final class Heap {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  private Heap() {}

  /** In megabytes; collects the garbage first. */
  static long megabytes(Instance instance) throws IOException {
    Process histogram =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(instance.pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String output = new String(histogram.getInputStream().readAllBytes(), UTF_8);
    Matcher total = TOTAL.matcher(output);
    if (!total.find()) {
      throw new IllegalStateException(output);
    }
    return Long.parseLong(total.group(1)) >> 20;
  }
}
