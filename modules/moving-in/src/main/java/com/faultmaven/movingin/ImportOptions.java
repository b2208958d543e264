package com.faultmaven.movingin;

import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.OrganizationId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the command import was asked for.
 *
 * @param from the address of the source
 * @param settings of the service, as every command takes them
 */
record ImportOptions(
    String from,
    Mode mode,
    boolean cut,
    String organization,
    Path report,
    int batch,
    List<String> settings) {

  static final String USAGE =
      """
      import --from sqlite:PATH|postgresql://…   or the address in the variable IMPORT_FROM
        --dry-run           read everything, say what would come, write nothing
        --verify            compare what came with the source, by user
        --cut               bring texts that are too long without their end, instead of refusing their rows
        --organization NAME of cases that name none; default
        --report FILE       what did not come, or not as it was, one JSON object a line; import-report.jsonl
        --batch N           cases in a transaction, 1 to 10000; 1000
      """;

  private static final int BATCH = 1_000;
  private static final int LARGEST_BATCH = 10_000;

  /** What to do. */
  enum Mode {
    IMPORT,
    DRY_RUN,
    VERIFY
  }

  /** Why the options cannot be used. */
  static final class Refused extends RuntimeException {
    Refused(String words) {
      super(words);
    }
  }

  /** Reads {@code --name value} and {@code --name=value}. */
  static ImportOptions parse(Map<String, String> environment, String... arguments) {
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      boolean ours = argument.matches("--(from|organization|report|batch)=.*");
      if (ours) {
        words.addAll(List.of(argument.split("=", 2)));
      } else {
        words.add(argument);
      }
    }
    @Nullable String from = environment.get("IMPORT_FROM");
    Mode mode = Mode.IMPORT;
    boolean cut = false;
    String organization = OrganizationId.DEFAULT.value();
    String report = "import-report.jsonl";
    String batch = Integer.toString(BATCH);
    List<String> settings = new ArrayList<>();
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      switch (word) {
        case "--dry-run" -> mode = other(mode, Mode.DRY_RUN);
        case "--verify" -> mode = other(mode, Mode.VERIFY);
        case "--cut" -> cut = true;
        case "--from" -> from = value(words, index++);
        case "--organization" -> organization = value(words, index++);
        case "--report" -> report = value(words, index++);
        case "--batch" -> batch = value(words, index++);
        default -> settings.add(setting(word));
      }
    }
    if (from == null || from.isBlank()) {
      throw new Refused("--from is missing.");
    }
    if (!Name.isValid(organization)) {
      throw new Refused("--organization " + Name.RULE + ".");
    }
    return new ImportOptions(from, mode, cut, organization, Path.of(report), size(batch), settings);
  }

  private static Mode other(Mode mode, Mode wanted) {
    if (mode != Mode.IMPORT && mode != wanted) {
      throw new Refused("--dry-run and --verify exclude each other.");
    }
    return wanted;
  }

  private static String setting(String word) {
    if (!word.matches("--[A-Za-z][\\w.-]*=.*")) {
      throw new Refused("There is no option " + word.replaceFirst("=.*", "") + ".");
    }
    return word;
  }

  private static String value(List<String> words, int index) {
    if (index + 1 == words.size()) {
      throw new Refused(words.get(index) + " needs a value.");
    }
    return Objects.requireNonNull(words.get(index + 1));
  }

  private static int size(String batch) {
    if (!batch.matches("[1-9]\\d{0,4}") || Integer.parseInt(batch) > LARGEST_BATCH) {
      throw new Refused("--batch is a number from 1 to 10000.");
    }
    return Integer.parseInt(batch);
  }
}
