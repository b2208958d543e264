package com.faultmaven.bench.paths;

import java.util.stream.Stream;
import org.openjdk.jmh.Main;

/** Runs them with JMH's options. */
public final class Paths {

  private Paths() {}

  /**
   * @param args in one word or several
   */
  public static void main(String[] args) throws Exception {
    Main.main(
        Stream.of(String.join(" ", args).split(" "))
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new));
  }
}
