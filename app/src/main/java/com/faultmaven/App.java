package com.faultmaven;

import com.faultmaven.app.operations.check.CheckCommand;
import com.faultmaven.database.Migration;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;

/**
 * The FaultMaven case platform: one process, one PostgreSQL. What belongs to a broker comes with
 * the module that uses it, and only if one is configured.
 */
@SpringBootApplication(
    exclude = KafkaAutoConfiguration.class,
    // wants a list of all modules; of what it does, migrations are needed: com.faultmaven.database
    excludeName =
        "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration")
public class App {

  private static final String USAGE =
      """
      run      serve; the default
      migrate  bring the database to the schema of this version, and end
      check    look at settings, database, clock and broker, and say what is wrong
      Any of them takes settings as --name=value.\
      """;

  public static void main(String[] args) {
    boolean named = args.length > 0 && !args[0].startsWith("-");
    String command = named ? args[0] : "run";
    String[] settings = named ? Arrays.copyOfRange(args, 1, args.length) : args;
    switch (command) {
      case "run" -> SpringApplication.run(App.class, settings);
      case "migrate" -> Migration.run(settings);
      case "check" -> System.exit(CheckCommand.run(System.out, settings) ? 0 : 1);
      default -> {
        System.err.println("There is no command " + command + ". Commands:\n" + USAGE);
        System.exit(64);
      }
    }
  }
}
