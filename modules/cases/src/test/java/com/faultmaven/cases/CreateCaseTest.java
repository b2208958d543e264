package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class CreateCaseTest {

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void connect() {
    api = Api.on(port).as("ada-" + System.nanoTime());
  }

  @Test
  void opensACaseFromNothingButDefaults() {
    Answer created = api.post("/api/v2/cases", "{}").is(201);

    assertThat(created.text("/case_id")).matches("^case_[a-f0-9]{12}$");
    assertThat(created.header("Location")).isEqualTo("/api/v2/cases/" + created.text("/case_id"));
    assertThat(created.header("ETag")).isEqualTo("\"1\"");
    assertThat(created.text("/title")).isEqualTo("Case-" + today() + "-1");
    assertThat(created.text("/status")).isEqualTo("consulting");
    assertThat(created.text("/severity")).isEqualTo("medium");
    assertThat(created.text("/category")).isEqualTo("other");
    assertThat(created.text("/organization_id")).isEqualTo("default");
    assertThat(created.text("/my_role")).isEqualTo("owner");
    assertThat(created.at("/allowed_status_changes").toString())
        .isEqualTo("[\"investigating\",\"closed\"]");
    assertThat(created.at("/metadata").toString()).isEqualTo("{}");
    assertThat(created.at("/session_id").isNull()).isTrue();
    assertThat(api.get(created.header("Location")).is(200).json()).isEqualTo(created.json());
  }

  @Test
  void keepsEverythingItIsTold() {
    Api atAcme = api.with("X-Organization-ID", "acme");
    Answer created =
        atAcme
            .post(
                "/api/v2/cases",
                """
                {"title": "  Checkout is slow ", "description": "p99 is 4 s\\n🔥", "session_id": "",
                 "severity": "critical", "category": "performance",
                 "metadata": {"pi": 3.14159265358979323846, "deep": {"n": null, "a": [1, {"b": true}]}},
                 "tags": [" Postgres", "k8s", "POSTGRES"]}
                """)
            .is(201);

    Answer read = atAcme.get(created.header("Location")).is(200);
    assertThat(read.text("/title")).isEqualTo("Checkout is slow");
    assertThat(read.text("/description")).isEqualTo("p99 is 4 s\n🔥");
    assertThat(read.at("/session_id").isString()).isTrue();
    assertThat(read.text("/severity")).isEqualTo("critical");
    assertThat(read.text("/category")).isEqualTo("performance");
    assertThat(read.text("/organization_id")).isEqualTo("acme");
    assertThat(read.body())
        .contains("3.14159265358979323846")
        .contains("{\"a\":[1,{\"b\":true}],\"n\":null}");
    assertThat(read.at("/tags").toString()).isEqualTo("[\"Postgres\",\"k8s\"]");
  }

  @Test
  void takesTheBrowserExtensionsExplicitNullsForAbsence() {
    Answer created =
        api.post(
                "/api/v2/cases",
                """
                {"title": null, "description": null, "session_id": null, "severity": null,
                 "category": null, "metadata": null, "tags": null, "initial_message": null}
                """)
            .is(201);

    assertThat(created.text("/title")).startsWith("Case-");
    assertThat(created.text("/description")).isEmpty();
    assertThat(created.text("/severity")).isEqualTo("medium");
  }

  @Test
  void countsTitledCasesTooWhenItGeneratesATitle() {
    api.post("/api/v2/cases", "{\"title\":\"named\"}").is(201);

    assertThat(api.post("/api/v2/cases", "{\"title\":\"  \"}").is(201).text("/title"))
        .isEqualTo("Case-" + today() + "-2");
  }

  @Test
  void givesFiftyCasesOpenedAtOnceFiftyTitlesWithoutAGap() {
    List<Answer> created = Together.run(50, n -> api.post("/api/v2/cases", "{}"));

    assertThat(created).allSatisfy(answer -> answer.is(201));
    assertThat(created.stream().map(answer -> answer.text("/title")))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 50).mapToObj(n -> "Case-" + today() + "-" + n).toList());
  }

  private static String today() {
    return DateTimeFormatter.ofPattern("MMdd", Locale.ROOT).format(LocalDate.now(ZoneOffset.UTC));
  }
}
