package com.faultmaven.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables of the README between {@code <!-- endpoints: DOCUMENT -->} and {@code <!-- end -->}
 * are those of the contracts. {@code -Dreadme=write} writes them.
 */
class ReadmeTablesTest {

  private static final Path README = Path.of("..", "README.md");

  private static final Pattern TABLE =
      Pattern.compile("(<!-- endpoints: (\\S+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  @Test
  void listWhatTheContractsPromise() throws IOException {
    String readme = Files.readString(README);
    String expected =
        TABLE
            .matcher(readme)
            .replaceAll(
                table ->
                    Matcher.quoteReplacement(
                        table.group(1) + EndpointTable.of(table.group(2)) + table.group(3)));

    if ("write".equals(System.getProperty("readme"))) {
      Files.writeString(README, expected);
    } else {
      assertThat(readme).as("the README; -Dreadme=write brings it up to date").isEqualTo(expected);
    }
  }

  @Test
  void areThereForEveryDocument() throws IOException {
    assertThat(TABLE.matcher(Files.readString(README)).results().map(table -> table.group(2)))
        .containsExactlyInAnyOrderElementsOf(BundleTest.documents());
  }

  @Test
  void areOfOperationsThatAreDescribed() throws IOException {
    for (String document : BundleTest.documents()) {
      assertThat(EndpointTable.undescribed(document)).isEmpty();
    }
  }
}
