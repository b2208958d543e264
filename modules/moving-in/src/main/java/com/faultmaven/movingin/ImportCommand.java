package com.faultmaven.movingin;

import com.faultmaven.database.Migration;
import com.faultmaven.kernel.OperatorCommand;
import com.faultmaven.movingin.opstatus.OpStatus;
import com.faultmaven.movingin.original.Limits;
import com.faultmaven.movingin.original.SourceAddress;
import com.faultmaven.movingin.original.UnusableSource;
import java.io.Console;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The command import: brings what an original service keeps into the database of this one. */
public final class ImportCommand implements OperatorCommand {

  private static final int ALL_CAME = 0;
  private static final int SOME_DIFFER = 1;
  private static final int USAGE = 64;
  private static final int UNUSABLE = 65;
  private static final int TRY_AGAIN = 75;

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String purpose() {
    return "bring over what an original service keeps";
  }

  /**
   * Runs it. What it says goes to {@code out}.
   *
   * @return 0 if all is here as it is there, 1 if some rows did not come or differ, 64 if it was
   *     not asked for in the right way, 65 if the source or the database cannot be used, 75 if
   *     trying again may help: it goes on where it was
   */
  @Override
  public int run(PrintStream out, String... arguments) {
    try {
      ImportOptions options = ImportOptions.parse(System.getenv(), arguments);
      SourceAddress address = SourceAddress.parse(options.from());
      String[] settings = options.settings().toArray(String[]::new);
      Optional<String> obstacle = obstacle(settings);
      if (obstacle.isPresent()) {
        out.println(obstacle.get());
        return UNUSABLE;
      }
      try (ConfigurableApplicationContext context = started(settings)) {
        return run(context, address, options, out) ? ALL_CAME : SOME_DIFFER;
      }
    } catch (ImportOptions.Refused refused) {
      out.println(refused.getMessage() + "\n" + ImportOptions.USAGE);
      return USAGE;
    } catch (UnusableSource unusable) {
      out.println(unusable.getMessage());
      return unusable.forNow ? TRY_AGAIN : UNUSABLE;
    } catch (UncheckedIOException failure) {
      out.println(failure.getMessage() + ": " + words(failure) + ".");
      return UNUSABLE;
    } catch (DataAccessException | TransactionException failure) {
      out.println(
          "The database failed: " + words(failure) + "\nRun it again: it goes on where it was.");
      return TRY_AGAIN;
    }
  }

  private static boolean run(
      ConfigurableApplicationContext context,
      SourceAddress address,
      ImportOptions options,
      PrintStream out) {
    Limits limits =
        new Limits(options.cut(), options.organization(), context.getBean(Clock.class).instant());
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    Screen screen = new Screen(out, terminal);
    if (OpStatus.isAt(address)) {
      return context.getBean(StatusImport.class).run(address, options, screen);
    }
    return switch (options.mode()) {
      case IMPORT -> context.getBean(Import.class).run(address, limits, options, screen);
      case DRY_RUN -> context.getBean(DryRun.class).run(address, limits, options, screen);
      case VERIFY -> context.getBean(Verification.class).run(address, limits, options, screen);
    };
  }

  /** Why the database is not one to import into. */
  private static Optional<String> obstacle(String[] settings) {
    try {
      return Migration.obstacle(settings);
    } catch (RuntimeException failure) {
      return Optional.of("The database of DATABASE_URL cannot be used: " + words(failure));
    }
  }

  private static ConfigurableApplicationContext started(String[] settings) {
    SpringApplication application = new SpringApplication(ImportConfiguration.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    // what it says stands on the screen
    application.setDefaultProperties(Map.of("logging.level.com.zaxxer.hikari", "WARN"));
    return application.run(settings);
  }

  private static String words(Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
