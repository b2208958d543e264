package com.faultmaven.movingin;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.movingin.Original.Form;
import com.faultmaven.movingin.Target.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed loses nothing and doubles nothing; the next goes on where it was. */
class KilledImportTest {

  private static final int CASES = 6_000;
  private static final int KILLS = 4;

  /** What the next process runs. */
  static final class Process {
    public static void main(String[] arguments) {
      System.exit(new ImportCommand().run(System.out, arguments));
    }
  }

  @Test
  void goesOnWhereItWas(@TempDir Path directory)
      throws SQLException, IOException, InterruptedException {
    try (Original original = new Original(Form.SQLITE_2, directory)) {
      original.connection().setAutoCommit(false);
      ImportTest.fill(original, CASES);
      original.execute("update cases set status = 'nonsense' where case_id like '%00'");
      original.connection().commit();
      original.connection().setAutoCommit(true);
      Target target = new Target(directory);
      Path output = directory.resolve("output");
      for (int kill = 1; kill <= KILLS; kill++) {
        java.lang.Process process = start(original.address, target, directory, output);
        long wanted = (long) CASES * kill / (KILLS + 1);
        while (target.count("movingin.cases") < wanted && process.isAlive()) {
          Thread.onSpinWait();
        }
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
      }
      long before = target.count("movingin.cases");
      assertThat(before).isBetween(CASES / 2L, CASES - 1L);
      assertThat(target.count("cases.cases")).isEqualTo(before);

      Run rest = target.run("--from", original.address, "--batch", "20");

      int refused = (CASES + 255) / 256;
      assertThat(rest.said())
          .contains("goes on where that was")
          .contains(
              (CASES - refused)
                  + " new, 0 renewed, 0 unchanged, 0 left alone, "
                  + refused
                  + " refused; "
                  + 2 * (CASES - refused)
                  + " messages");
      assertThat(target.count("cases.cases")).isEqualTo(CASES - refused);
      assertThat(target.count("messages.messages")).isEqualTo(2L * (CASES - refused));
      assertThat(target.run("--verify", "--from", original.address).status()).isZero();
    }
  }

  private static java.lang.Process start(String address, Target target, Path directory, Path output)
      throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            Process.class.getName(),
            "--from",
            address,
            "--batch",
            "20",
            "--report",
            directory.resolve("killed.jsonl").toString(),
            target.setting);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.to(new File(output.toString())))
        .start();
  }
}
