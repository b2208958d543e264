package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class UpdateCaseTest {

  @LocalServerPort private int port;
  private Api api;
  private Answer created;
  private String path = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    created =
        api.post(
                "/api/v2/cases",
                """
                {"title":"Checkout is slow","description":"since noon","session_id":"s-1",
                 "metadata":{"host":"db-1","load":{"cpu":93,"io":7}}}
                """)
            .is(201);
    path = created.header("Location");
  }

  @Test
  void changesWhatThePatchNamesAndNothingElse() {
    Answer updated = api.patch(path, "{\"title\":\" It was DNS \",\"severity\":\"low\"}").is(200);

    assertThat(updated.text("/title")).isEqualTo("It was DNS");
    assertThat(updated.text("/severity")).isEqualTo("low");
    assertThat(updated.text("/description")).isEqualTo("since noon");
    assertThat(updated.text("/session_id")).isEqualTo("s-1");
    assertThat(updated.header("ETag")).isEqualTo("\"2\"");
    assertThat(updated.text("/updated_at")).isGreaterThan(created.text("/updated_at"));
    assertThat(api.get(path).json()).isEqualTo(updated.json());
  }

  @Test
  void emptiesWhatThePatchSetsToNull() {
    Answer updated =
        api.patch(path, "{\"description\":null,\"session_id\":null,\"metadata\":null}").is(200);

    assertThat(updated.text("/description")).isEmpty();
    assertThat(updated.at("/session_id").isNull()).isTrue();
    assertThat(updated.at("/metadata").toString()).isEqualTo("{}");
  }

  @Test
  void mergesMetadataMemberByMember() {
    api.patch(path, "{\"metadata\":{\"load\":{\"cpu\":null,\"net\":1},\"on_call\":\"bob\"}}")
        .is(200);

    assertThat(api.get(path).at("/metadata").toString())
        .isEqualTo("{\"host\":\"db-1\",\"load\":{\"io\":7,\"net\":1},\"on_call\":\"bob\"}");
  }

  @Test
  void refusesMetadataThatGrowsTooLargeByMerging() {
    String half = "x".repeat(9_000);
    api.patch(path, "{\"metadata\":{\"a\":\"" + half + "\"}}").is(200);

    Answer refused = api.patch(path, "{\"metadata\":{\"b\":\"" + half + "\"}}");

    refused.is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).containsExactly("/metadata:too_long");
    assertThat(api.get(path).at("/metadata/b").isMissingNode()).isTrue();
  }

  @Test
  void leavesTheVersionAloneWhenNothingChanges() {
    assertThat(api.patch(path, "{}").is(200).json()).isEqualTo(created.json());
    assertThat(api.patch(path, "{\"title\":\"Checkout is slow\"}").is(200).json())
        .isEqualTo(created.json());
  }

  @Test
  void refusesAChangeBasedOnAnOldVersion() {
    api.with("If-Match", "\"1\"").patch(path, "{\"title\":\"first\"}").is(200);

    Answer stale = api.with("If-Match", "\"1\"").patch(path, "{\"title\":\"second\"}");

    stale.is(412, "VERSION_CONFLICT");
    assertThat(api.get(path).text("/title")).isEqualTo("first");
    api.with("If-Match", "\"7\", \"2\"").patch(path, "{\"title\":\"third\"}").is(200);
    api.with("If-Match", "*").patch(path, "{\"title\":\"fourth\"}").is(200);
    api.with("If-Match", "W/\"4\"").patch(path, "{\"title\":\"x\"}").is(412, "VERSION_CONFLICT");
    api.with("If-Match", "4").patch(path, "{\"title\":\"x\"}").is(400, "INVALID_PARAMETER");
  }

  @Test
  void letsOneOfManyWritersOfTheSameVersionWin() {
    List<Answer> answers =
        Together.run(
            10, n -> api.with("If-Match", "\"1\"").patch(path, "{\"title\":\"t" + n + "\"}"));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(9);
    assertThat(api.get(path).at("/version").asInt()).isEqualTo(2);
  }

  @Test
  void losesNoUpdateOfWritersWithoutACondition() {
    Together.run(20, n -> api.patch(path, "{\"metadata\":{\"w" + n + "\":" + n + "}}").is(200));

    Answer read = api.get(path);
    assertThat(read.at("/metadata").size()).isEqualTo(22);
    assertThat(read.at("/version").asInt()).isEqualTo(21);
  }
}
