package com.faultmaven.database;

import static com.faultmaven.testing.BehindDatabaseProxy.PROXY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.BehindDatabaseProxy;
import com.faultmaven.testing.DatabaseProxy.Fault;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each way the network to the database breaks, in each kind of request: one right answer. */
@BehindDatabaseProxy
@ExtendWith(OutputCaptureExtension.class)
class BrokenDatabaseTest {

  private static final Duration RECOVERED = Duration.ofSeconds(10);
  private static final String UNKNOWN = "not known";

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
  private final Api api;
  private String caseId = "";

  BrokenDatabaseTest(@LocalServerPort int port) {
    this.api = Api.on(port).asSomebody();
  }

  private enum Operation {
    READ,
    LIST,
    CREATE,
    CREATE_WITH_KEY,
    ADD_MESSAGE,
    ADD_MESSAGE_WITH_KEY,
    UPDATE,
    CREATE_IN_V1,
    CREATE_IN_V1_WITH_KEY;

    boolean writes() {
      return this != READ && this != LIST;
    }

    boolean hasKey() {
      return name().endsWith("_WITH_KEY");
    }

    boolean isOfV1() {
      return name().contains("_V1");
    }
  }

  /** A request, with words that stand nowhere else. */
  private record Sent(Operation operation, String words) {}

  @BeforeEach
  void openACase() {
    caseId = api.post("/api/v2/cases", "{}").is(201).text("/case_id");
  }

  /**
   * Whether reads and writes succeed, whether a write says its outcome is unknown, and is there.
   */
  @ParameterizedTest
  @CsvSource({
    "REFUSE,               503, 503, false, 0",
    "CLOSE_AT_CONNECT,     503, 503, false, 0",
    "CLOSE_AFTER_STARTUP,  503, 503, false, 0",
    "TOO_MANY_CONNECTIONS, 503, 503, false, 0",
    "CUT_INSIDE,           503, 503, false, 0",
    "CUT_BEFORE_COMMIT,    2xx, 503, true,  0",
    "CUT_AFTER_COMMIT,     2xx, 503, true,  1",
    "SWALLOW,              503, 503, false, 0",
    "DELAY,                2xx, 2xx, false, 1",
  })
  void answersRightAndRecovers(
      Fault fault, String reads, String writes, boolean unknown, int stored, CapturedOutput output)
      throws IOException {
    List<Sent> requests =
        Stream.of(Operation.values())
            .map(operation -> new Sent(operation, "w" + UUID.randomUUID()))
            .toList();

    PROXY.breakBy(fault);
    List<Answer> answers = Together.run(requests.size(), n -> send(requests.get(n)));
    PROXY.mend();

    Map<Operation, Long> effects = effects(requests);
    for (int n = 0; n < answers.size(); n++) {
      Sent request = requests.get(n);
      Answer answer = answers.get(n);
      String expected = request.operation().writes() ? writes : reads;
      assertThat(answer.status())
          .as("%s: %s", answer, answer.body())
          .matches(status -> Integer.toString(status).matches(expected.replace("x", ".")));
      if (answer.status() == 503) {
        assertUnavailable(request, answer, unknown);
      }
      if (request.operation().writes()) {
        assertThat(effects).as(answer.toString()).containsEntry(request.operation(), (long) stored);
      }
    }

    await().atMost(RECOVERED).until(() -> api.get("/api/v2/cases").status() == 200);
    requests.stream()
        .filter(request -> request.operation().hasKey())
        .forEach(request -> assertThat(send(request).status()).isEqualTo(201));
    assertThat(effects(requests))
        .allSatisfy(
            (operation, count) ->
                assertThat(count).isEqualTo(operation.hasKey() ? 1 : Math.min(stored, 1)));
    assertThat(output).doesNotContain("\tat ", " ERROR ");
  }

  private static void assertUnavailable(Sent request, Answer answer, boolean unknown) {
    assertThat(answer.header("Retry-After")).as(answer.toString()).isNotEmpty();
    if (request.operation().isOfV1()) {
      assertThat(answer.json().propertyNames()).containsExactly("detail");
    } else {
      answer.is(503, "SERVICE_UNAVAILABLE");
    }
    assertThat(answer.text("/detail").contains(UNKNOWN)).as(answer.toString()).isEqualTo(unknown);
  }

  private Answer send(Sent request) {
    String words = request.words();
    String messages = "/api/v2/cases/" + caseId + "/messages";
    Api caller = request.operation().hasKey() ? api.with("Idempotency-Key", words) : api;
    return switch (request.operation()) {
      case READ -> caller.get("/api/v2/cases/" + caseId);
      case LIST -> caller.get("/api/v2/cases");
      case CREATE, CREATE_WITH_KEY -> caller.post("/api/v2/cases", json("title", words));
      case ADD_MESSAGE, ADD_MESSAGE_WITH_KEY ->
          caller.post(messages, "{\"role\":\"user\",\"content\":\"" + words + "\"}");
      case UPDATE -> caller.patch("/api/v2/cases/" + caseId, json("description", words));
      case CREATE_IN_V1, CREATE_IN_V1_WITH_KEY ->
          caller.post("/api/v1/cases", json("title", words));
    };
  }

  private static String json(String name, String value) {
    return "{\"" + name + "\":\"" + value + "\"}";
  }

  /** How often the database has what each request wrote. */
  private Map<Operation, Long> effects(List<Sent> requests) {
    Map<Operation, Long> effects = new EnumMap<>(Operation.class);
    for (Sent request : requests) {
      if (request.operation().writes()) {
        effects.put(
            request.operation(),
            database
                .sql(
                    """
                    select (select count(*) from cases.cases where :words in (title, description))
                      + (select count(*) from messages.messages where content = :words)
                    """)
                .param("words", request.words())
                .query(Long.class)
                .single());
      }
    }
    return effects;
  }
}
