package com.faultmaven.kernel;

import java.io.PrintStream;

/**
 * What an operator can have a module do beside serving, by its name on the command line. Modules
 * name theirs in {@code META-INF/services}; no application is started for it.
 */
public interface OperatorCommand {

  /** A word. */
  String name();

  /** What it does, in a line. */
  String purpose();

  /**
   * Does it.
   *
   * @param out for what it has to say
   * @return the exit status of the process
   */
  int run(PrintStream out, String... arguments);
}
