package com.faultmaven.testing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Ends a PostgreSQL when this process has ended, however it did: killed, or without a hook that
 * would have stopped it. Nothing happens to one that was stopped before.
 */
public final class Reaper {

  /** Its input ends with the process that holds the other end. */
  private static final String SCRIPT =
      """
      cat > /dev/null
      [ -f "$0/postmaster.pid" ] || exit 0
      pid=$(head -n 1 "$0/postmaster.pid")
      kill -INT "$pid" && while kill -0 "$pid" 2> /dev/null; do sleep 0.1; done
      rm -rf "$0"
      """;

  private Reaper() {}

  /**
   * Sees to it, where there is a shell.
   *
   * @param directory of the data, which goes as well
   */
  public static void ends(Path directory) throws IOException {
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
      return;
    }
    new ProcessBuilder("sh", "-c", SCRIPT, directory.toString())
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }
}
