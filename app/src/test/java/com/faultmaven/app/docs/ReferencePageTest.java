package com.faultmaven.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page at /docs, as it is sent. */
@IntegrationTest
class ReferencePageTest {

  private final Api anybody;

  ReferencePageTest(@LocalServerPort int port) {
    anybody = Api.on(port);
  }

  @Test
  void letsScriptsAndDataComeFromHereOnly() {
    Answer page = anybody.get("/docs").is(200);

    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self';", "connect-src 'self';")
        .doesNotContain("http", "*");
  }

  @Test
  void namesTheEditionOfItsScriptsWhichAreKeptForever() {
    List<String> scripts =
        Pattern.compile("src=\"([^\"]+)\"")
            .matcher(anybody.get("/docs").is(200).body())
            .results()
            .map(script -> script.group(1))
            .toList();

    assertThat(scripts).hasSize(3);
    for (String script : scripts) {
      Answer sent = anybody.get("/" + script).is(200);
      assertThat(sent.header("Content-Type")).isEqualTo("text/javascript;charset=UTF-8");
      assertThat(sent.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
      assertThat(sent.header("ETag")).isEqualTo('"' + script.split("\\?")[1] + '"');
      anybody.with("If-None-Match", sent.header("ETag")).get("/" + script).is(304);
    }
  }

  @Test
  void leavesTheMigrationGuideWhereItIs() {
    anybody.get("/docs/migrating-v1-to-v2").is(200);
  }

  @Test
  void showsEveryDocumentOfTheContracts() {
    String page = anybody.get("/docs").is(200).body();

    assertThat(Contracts.packaged().documents())
        .isNotEmpty()
        .allSatisfy(
            document ->
                assertThat(page)
                    .contains("&quot;url&quot;:&quot;" + document.address().substring(1) + ".yaml")
                    .contains("&quot;slug&quot;:&quot;" + document.slug() + "&quot;")
                    .contains("<a href=\"" + document.address().substring(1) + ".yaml\">"));
  }
}
