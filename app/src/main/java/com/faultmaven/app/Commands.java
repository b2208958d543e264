package com.faultmaven.app;

import com.faultmaven.app.operations.backup.Backup;
import com.faultmaven.app.operations.check.CheckCommand;
import com.faultmaven.database.Migration;
import com.faultmaven.kernel.OperatorCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ServiceLoader;
import org.springframework.boot.SpringApplication;

/** What can be done with the application: serving, and what an operator does beside it. */
public final class Commands {

  private static final String USAGE =
      """
      run           serve; the default
      migrate       bring the database to the schema of this version, and end
      check         look at settings and what the service needs, and say what is wrong
      backup FILE   write the database into a new file
      restore FILE  fill an empty database from such a file
      Any of them takes settings as --name=value. Of modules:
      """;

  private Commands() {}

  /** Runs what the first argument names, with the others as settings. */
  public static void run(Class<?> application, String... args) throws IOException {
    boolean named = args.length > 0 && !args[0].startsWith("-");
    String command = named ? args[0] : "run";
    String[] settings = named ? Arrays.copyOfRange(args, 1, args.length) : args;
    switch (command) {
      case "run" -> SpringApplication.run(application, settings);
      case "migrate" -> Migration.run(settings);
      case "check" -> end(CheckCommand.run(System.out, settings));
      case "backup" -> end(Backup.write(file(settings), rest(settings)));
      case "restore" -> end(Backup.restore(file(settings), rest(settings)));
      default -> System.exit(ofModules(command).run(System.out, settings));
    }
  }

  private static Path file(String[] arguments) {
    if (arguments.length == 0 || arguments[0].startsWith("-")) {
      refuse("A file is missing.");
    }
    return Path.of(arguments[0]);
  }

  private static String[] rest(String[] arguments) {
    return Arrays.copyOfRange(arguments, 1, arguments.length);
  }

  private static void end(boolean good) {
    System.exit(good ? 0 : 1);
  }

  private static OperatorCommand ofModules(String name) {
    for (OperatorCommand command : ServiceLoader.load(OperatorCommand.class)) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    refuse("There is no command " + name + ".");
    throw new IllegalStateException("the process has ended");
  }

  private static void refuse(String why) {
    System.err.println(why + " Commands:\n" + USAGE + usageOfModules());
    System.exit(64);
  }

  private static String usageOfModules() {
    StringBuilder usage = new StringBuilder();
    for (OperatorCommand command : ServiceLoader.load(OperatorCommand.class)) {
      usage.append(String.format(Locale.ROOT, "%-13s %s%n", command.name(), command.purpose()));
    }
    return usage.toString();
  }
}
