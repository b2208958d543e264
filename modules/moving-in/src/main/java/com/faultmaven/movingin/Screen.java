package com.faultmaven.movingin;

import java.io.PrintStream;

/**
 * Where an operator looks.
 *
 * @param terminal whether lines can be written over
 */
record Screen(PrintStream out, boolean terminal) {

  void say(String line) {
    out.println(line);
  }

  Progress progress(long total, long before) {
    return new Progress(out, terminal, total, before);
  }
}
