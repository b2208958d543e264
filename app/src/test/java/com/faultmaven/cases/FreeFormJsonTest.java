package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is accepted can be read back by everybody, and what cannot is refused. */
@IntegrationTest
class FreeFormJsonTest {

  /** As JSON is read everywhere, save that no digit is lost. */
  private static final JsonMapper ANY_PARSER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final long SEED = 20260314;
  private static final String ENDLESS = "1." + "1".repeat(985) + "e-300";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;
  private Api api;
  private String path = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    path = api.post("/api/v2/cases", "{}").is(201).header("Location");
  }

  @ParameterizedTest
  @MethodSource
  void keepsANumberWhereverItIsSentAndGivenOrRefusesIt(String number) {
    String metadata = "{\"metadata\":{\"n\":[" + number + "]}}";

    Answer opened = api.post("/api/v2/cases", metadata);
    Answer patched = api.patch(path, metadata);
    Answer said = api.post(path + "/messages", metadata.replaceFirst("\\{", "{\"content\":\"c\","));
    Answer openedInV1 = api.post("/api/v1/cases", metadata);

    if (opened.status() == 422) {
      for (Answer refused : List.of(opened, patched, said)) {
        refused.is(422, "VALIDATION_FAILED");
        assertThat(refused.violations()).containsExactly("/metadata/n/0:out_of_range");
      }
      openedInV1.is(422);
      api.put(path.replace("v2", "v1"), metadata).is(422);
      return;
    }
    BigDecimal sent = new BigDecimal(number);
    for (String place :
        List.of(
            opened.is(201).header("Location"),
            path,
            said.is(201).header("Location"),
            "/api/v1/cases/" + openedInV1.is(201).text("/case_id"))) {
      assertThat(numberIn(read(place).at("/metadata"))).isEqualByComparingTo(sent);
    }
    assertThat(numbersIn(read("/api/v2/cases").at("/cases"))).hasSize(3);
    assertThat(numbersIn(read("/api/v1/cases").at("/cases"))).hasSize(3);
    assertThat(numbersIn(read(path + "/messages").at("/messages"))).hasSize(1);
    assertThat(patched.is(200).at("/metadata")).isEqualTo(api.get(path).at("/metadata"));
    api.put(path.replace("v2", "v1"), read(path.replace("v2", "v1")).toString()).is(200);
    assertThat(changesInTheFeed()).isNotEmpty();
  }

  static Stream<String> keepsANumberWhereverItIsSentAndGivenOrRefusesIt() {
    Random random = new Random(SEED);
    return Stream.concat(
        Stream.of(
            "1e-9", "0.1", "1.50", "12345678901234567890", "1.7976931348623157e308", "4.9e-324"),
        Stream.concat(
            Stream.of(ENDLESS, "1e309", "1e2147483647", "1e2147483648", "-1e-2147483648", "0e999"),
            Stream.generate(() -> anyNumber(random)).limit(14)));
  }

  private static String anyNumber(Random random) {
    String digits =
        random.ints(random.nextInt(1, 400), 0, 10).mapToObj(d -> "" + d).reduce("", String::concat);
    String whole = random.nextBoolean() ? "0" : digits.replaceFirst("^0*", "1");
    String fraction = whole.equals("0") || random.nextBoolean() ? "." + digits : "";
    long exponent = (long) (random.nextGaussian() * Math.pow(10, random.nextInt(0, 12)));
    return (random.nextBoolean() ? "-" : "") + whole + fraction + "e" + exponent;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 98, 99, 500, 20_000})
  void keepsWhatIsNestedOrRefusesIt(int levels) {
    String nested = "[".repeat(levels) + "]".repeat(levels);

    for (Answer answer :
        List.of(
            api.post("/api/v2/cases", "{\"metadata\":{\"n\":" + nested + "}}"),
            api.patch(path, "{\"metadata\":{\"n\":" + nested + "}}"),
            api.post(
                path + "/messages", "{\"content\":\"c\",\"metadata\":{\"n\":" + nested + "}}"))) {
      if (levels <= 98) {
        assertThat(answer.status()).isBetween(200, 201);
      } else {
        answer.is(400, "MALFORMED_BODY");
      }
    }
    api.post("/api/v1/cases", "{\"metadata\":{\"n\":" + nested + "}}").is(levels <= 98 ? 201 : 422);
    read("/api/v2/cases");
    read(path + "/messages");
  }

  @Test
  void refusesABodyOfManyPartsInBothVersions() {
    String body = "{\"metadata\":{\"a\":[" + "{},".repeat(300_000) + "{}]}}";

    api.post("/api/v2/cases", body).is(400, "MALFORMED_BODY");
    api.patch(path, body).is(400, "MALFORMED_BODY");
    api.post("/api/v1/cases", body).is(422);
  }

  @Test
  void measuresMetadataAsItIsKept() {
    String fits = "{\"metadata\":{\"n\":[" + numbers("1e308", 52) + "]}}";
    String tooLarge = "{\"metadata\":{\"n\":[" + numbers("1e308", 53) + "]}}";

    api.patch(path, fits).is(200);
    api.patch(path, tooLarge).is(422, "VALIDATION_FAILED");
    assertThat(api.post("/api/v2/cases", tooLarge).is(422).violations())
        .containsExactly("/metadata:too_long");
    api.post("/api/v1/cases", tooLarge).is(422);
    api.patch(path, "{\"metadata\":" + api.get(path).at("/metadata") + "}").is(200);
  }

  @Test
  void readsWhatWasStoredUnderOtherRulesAndLetsItBeMadeSmaller() {
    String small = "\"endless\":" + ENDLESS + ",\"deep\":" + "[".repeat(300) + "]".repeat(300);
    store("{" + small + ",\"large\":[" + numbers("1e308", 2_330) + "]}");
    String name = "guest-of-" + path.substring(path.length() - 12);
    Api guest = Api.on(port).as(name);
    api.put(path + "/participants/" + name, "{\"role\":\"viewer\"}").is(201);

    for (String place : List.of(path, "/api/v2/cases", path + "/messages", "/api/v1/cases")) {
      assertThat(read(place).findValue("endless").decimalValue())
          .isEqualByComparingTo(new BigDecimal(ENDLESS));
    }
    guest.get("/api/v2/cases").is(200);
    api.patch(path, "{\"title\":\"still mine\"}").is(200);
    api.patch(path, "{\"metadata\":{\"more\":true}}").is(422, "VALIDATION_FAILED");
    api.patch(path, "{\"metadata\":{\"endless\":null}}").is(200);
    api.patch(path, "{\"metadata\":{\"large\":[1]}}").is(200);
    api.patch(path, "{\"metadata\":{\"more\":true}}").is(200);
    api.delete(path).is(204);
  }

  private void store(String metadata) {
    String caseId = path.substring(path.lastIndexOf('/') + 1);
    jdbc.sql("update cases.cases set metadata = ?::jsonb where case_id = ?")
        .params(metadata, caseId)
        .update();
    api.post(path + "/messages", "{\"content\":\"c\"}").is(201);
    jdbc.sql("update messages.messages set metadata = ?::jsonb where case_id = ?")
        .params(metadata, caseId)
        .update();
  }

  private List<JsonNode> changesInTheFeed() {
    Api reader = Api.on(port).as("archivist").with("X-User-Roles", "service");
    List<JsonNode> changes = new ArrayList<>();
    Answer page = reader.get("/api/v2/events?limit=1000").is(200);
    while (!page.at("/events").isEmpty()) {
      changes.addAll(ANY_PARSER.readTree(page.body()).findValues("changes"));
      page = reader.get("/api/v2/events?limit=1000&after=" + page.text("/next_cursor")).is(200);
    }
    return changes;
  }

  private JsonNode read(String place) {
    return ANY_PARSER.readTree(api.get(place).is(200).body());
  }

  private static BigDecimal numberIn(JsonNode metadata) {
    return metadata.at("/n/0").decimalValue();
  }

  private static List<BigDecimal> numbersIn(JsonNode rows) {
    return rows.valueStream()
        .map(row -> row.at("/metadata/n/0"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue)
        .toList();
  }

  private static String numbers(String number, int times) {
    return String.join(",", Collections.nCopies(times, number));
  }
}
