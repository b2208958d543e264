package com.faultmaven.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.ContractDocument;
import com.faultmaven.contracts.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables of the README between {@code <!-- contract: NAME -->} and {@code <!-- end -->} are
 * those of the contracts. {@code -Dreadme=write} writes them.
 */
class ReadmeTablesTest {

  private static final Path README = Path.of("..", "README.md");

  private static final Pattern TABLE =
      Pattern.compile("(<!-- contract: (\\S+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  private static final Contracts CONTRACTS = Contracts.packaged();

  @Test
  void listWhatTheContractsPromise() throws IOException {
    String readme = Files.readString(README);
    String expected =
        TABLE
            .matcher(readme)
            .replaceAll(
                table ->
                    Matcher.quoteReplacement(
                        table.group(1)
                            + EndpointTable.of(CONTRACTS.document(table.group(2)))
                            + table.group(3)));

    if ("write".equals(System.getProperty("readme"))) {
      Files.writeString(README, expected);
    } else {
      assertThat(readme).as("the README; -Dreadme=write brings it up to date").isEqualTo(expected);
    }
  }

  @Test
  void areThereForEveryDocument() throws IOException {
    assertThat(TABLE.matcher(Files.readString(README)).results().map(table -> table.group(2)))
        .containsExactlyInAnyOrderElementsOf(
            CONTRACTS.documents().stream().map(ContractDocument::name).toList());
  }

  @Test
  void areOfOperationsThatAreDescribed() {
    for (ContractDocument document : CONTRACTS.documents()) {
      assertThat(EndpointTable.undescribed(document)).isEmpty();
    }
  }
}
