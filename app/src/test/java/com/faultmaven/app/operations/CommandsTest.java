package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.App;
import com.faultmaven.app.operations.backup.Backup;
import com.faultmaven.app.operations.check.CheckCommand;
import com.faultmaven.database.Migration;
import com.faultmaven.testing.OnTestDatabase;
import com.faultmaven.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands beside run: each on a new database. */
@ExtendWith(OutputCaptureExtension.class)
class CommandsTest {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final String name = "commands_" + DATABASES.incrementAndGet();
  private final String database =
      "--DATABASE_URL=postgresql://postgres@localhost:" + TestDatabase.port() + "/" + name;

  @BeforeEach
  void createDatabase() {
    JdbcClient.create(TestDatabase.dataSource()).sql("create database " + name).update();
  }

  @Test
  void migrateAsksForNothingButTheDatabase() {
    assertThat(Migration.obstacle(database))
        .hasValueSatisfying(it -> assertThat(it).contains("lacks"));

    Migration.run(database, "--ENVIRONMENT=production", "--faultmaven.database.migrate=false");

    assertThat(Migration.obstacle(database)).isEmpty();
  }

  @Test
  void aServiceThatIsNotToMigrateWaitsForTheCommand(CapturedOutput output) {
    String[] settings = {
      database,
      "--server.port=0",
      "--faultmaven.database.migrate=false",
      "--" + OnTestDatabase.SECRET
    };
    assertThatThrownBy(() -> SpringApplication.run(App.class, settings)).isNotNull();
    assertThat(output)
        .containsOnlyOnce("The database lacks migrations of this version")
        .contains("Run the command migrate of this version first.")
        .doesNotContain("\tat ");

    Migration.run(database);

    try (var context = SpringApplication.run(App.class, settings)) {
      assertThat(context.getBean(Readiness.class).check().passed()).isTrue();
    }
  }

  @Test
  void checkFindsThatAllIsWell() {
    Migration.run(database);

    assertThat(check(database))
        .matches(
            "(?s)configuration +ok .*database +ok +PostgreSQL .*clock +ok .*migrations +ok .*");
  }

  @Test
  void checkSaysWhatIsNotMigrated() {
    assertThat(check(database)).containsPattern("migrations +WRONG +The database lacks migrations");
  }

  @Test
  void checkSaysThatADatabaseIsMissing() {
    assertThat(check(database + "_misspelt"))
        .containsPattern("database +WRONG +The server has no database of that name")
        .doesNotContain("migrations");
  }

  @Test
  void checkSaysThatNobodyAnswers() {
    assertThat(check("--DATABASE_URL=postgresql://fm:s3cret@localhost:1/cases"))
        .containsPattern("database +WRONG +It cannot be reached")
        .doesNotContain("s3cret");
  }

  @Test
  void refuseTheAddressOfAnotherDatabase(@TempDir Path directory, CapturedOutput output) {
    String mysql = "--DATABASE_URL=mysql://fm:s3cret@db/x";
    assertThatThrownBy(() -> check(mysql)).isNotNull();
    assertThatThrownBy(() -> Migration.run(mysql)).isNotNull();
    assertThatThrownBy(() -> Backup.write(directory.resolve("dump"), mysql)).isNotNull();

    assertThat(
            output.getOut().split("is not the address of a PostgreSQL database but of mysql", -1))
        .hasSize(4);
    assertThat(output).doesNotContain("s3cret", "\tat ");
  }

  @Test
  void checkSaysThatTheHostIsUnknown() {
    assertThat(check("--DATABASE_URL=postgresql://fm@nowhere.invalid/cases"))
        .containsPattern("database +WRONG +Its host is unknown: nowhere.invalid");
  }

  @Test
  void checkSaysThatABrokerIsMissing() {
    assertThat(check(database, "--KAFKA_BOOTSTRAP_SERVERS=nowhere.invalid:9092"))
        .containsPattern("broker +WRONG +KAFKA_BOOTSTRAP_SERVERS cannot be used: .*bootstrap");
  }

  @Test
  void checkSaysThatRedisIsMissing() {
    assertThat(check(database, "--REDIS_URL=redis://:s3cret@localhost:1"))
        .containsPattern("redis +WRONG +Nobody answers at localhost:1; rate limits would not count")
        .doesNotContain("s3cret");
  }

  @Test
  void checkSaysWhomTheServiceBelieves() {
    assertThat(check(database))
        .containsPattern("callers +ok +by the headers of whoever reaches the port");
    assertThat(
            check(
                database,
                "--faultmaven.identity.gateway.secrets=s3cret-0123456789abcdef0123456789abcdef",
                "--faultmaven.identity.gateway.networks=10.0.0.0/8"))
        .containsPattern(
            "callers +ok +by the headers of a gateway that sends its secret and that connects from")
        .doesNotContain("s3cret");
  }

  @Test
  void checkSaysThatTheServiceStandsAlone() {
    assertThat(check(database, "--faultmaven.identity.mode=standalone"))
        .containsPattern("callers +ok +by tokens that are issued here");
  }

  @Test
  void checkSaysWhereMailsGo() {
    assertThat(check(database)).containsPattern("mail +ok +into the folder data/outbox");
    assertThat(check(production("--faultmaven.mail.retention=1d")))
        .containsPattern("mail +ok +none is sent: spring.mail.host");
    String server = "--spring.mail.host=localhost";
    assertThat(check(database, server, "--spring.mail.port=1", "--spring.mail.password=s3cret"))
        .containsPattern("mail +WRONG +The server localhost:1: nobody answers")
        .doesNotContain("s3cret");
    assertThat(check(database, "--spring.mail.host=nowhere.invalid"))
        .containsPattern("mail +WRONG +The server nowhere.invalid: its name is unknown");
    assertThat(check(production(server)))
        .containsPattern("mail +WRONG +Mails would come from nobody's address");
  }

  @Test
  void checkSaysThatAnybodyMayPublish() {
    String open = "--faultmaven.status.open-organizations=demo-*";
    assertThat(check(database, open)).containsPattern("status +ok +anybody publishes for demo-*");
    assertThat(check(production(open)))
        .containsPattern("status +WRONG +faultmaven.status.open-organizations lets anybody write");
  }

  private String[] production(String setting) {
    return new String[] {
      database,
      "--ENVIRONMENT=production",
      "--CORS_ORIGINS=none",
      "--faultmaven.identity.trust-gateway=true",
      "--faultmaven.identity.organization-from=none",
      setting
    };
  }

  @Test
  void checkDoesNotRepeatASecretThatIsTooShort(CapturedOutput output) {
    assertThatThrownBy(() -> check(database, "--faultmaven.identity.gateway.secrets=s3cret"))
        .isNotNull();
    assertThatThrownBy(() -> check(database, "--REDIS_URL=s3cret@localhost")).isNotNull();

    assertThat(output)
        .contains("32 to 255 visible ASCII characters", "REDIS_URL is no address of Redis")
        .doesNotContain("s3cret", "\tat ");
  }

  @Test
  void checkAsksForAllThatTheServiceNeeds(CapturedOutput output) {
    assertThatThrownBy(() -> check(database, "--ENVIRONMENT=production")).isNotNull();

    assertThat(output)
        .contains(RequiredSettings.TRUST, RequiredSettings.ORGANIZATIONS, RequiredSettings.ORIGINS)
        .doesNotContain("\tat ");
  }

  @Test
  void checkFindsAMisspeltSetting(CapturedOutput output) {
    assertThatThrownBy(() -> check(database, "--faultmaven.limits.bodi=1MB")).isNotNull();

    assertThat(output).contains("faultmaven.limits.bodi").doesNotContain("\tat ");
  }

  @Test
  void backupLeavesNoFileThatIsNoBackup(@TempDir Path directory, CapturedOutput output)
      throws IOException {
    Path file = directory.resolve("cases.dump");

    assertThat(Backup.write(file, "--DATABASE_URL=postgresql://fm:s3cret@localhost:1/cases"))
        .isFalse();

    assertThat(directory).isEmptyDirectory();
    assertThat(output).doesNotContain("s3cret", "\tat ");
  }

  @Test
  void backupReplacesNoFile(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("cases.dump"), "an earlier one");

    assertThat(Backup.write(file, database)).isFalse();

    assertThat(file).hasContent("an earlier one");
  }

  private static String check(String... settings) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(lines, true, StandardCharsets.UTF_8);
    boolean good = CheckCommand.run(out, settings);
    String words = lines.toString(StandardCharsets.UTF_8);
    assertThat(words.contains("WRONG")).isNotEqualTo(good);
    return words;
  }
}
