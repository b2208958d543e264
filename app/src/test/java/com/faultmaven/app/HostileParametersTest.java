package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.Operations;
import com.faultmaven.testing.Operations.Operation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever stands in a parameter, the fault is the caller's or there is an answer. */
@IntegrationTest
class HostileParametersTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z_]+)}");

  /** As they stand in an address. */
  private static final List<String> VALUES =
      List.of(
          "",
          "%00",
          "a%00b",
          "%FF",
          "%ED%A0%80",
          "%09",
          "%C2%85",
          "%C2%A0",
          "%EF%BB%BF",
          "%F0%9F%94%A5".repeat(250),
          "-".repeat(33),
          "-".repeat(500),
          "-%20".repeat(200),
          "-(".repeat(200),
          "-%E2%80%83".repeat(100),
          "%7C%7C%7C",
          "((((",
          ":*",
          "a:*%20%26%20!%20b",
          "%22".repeat(499),
          "%22-%22".repeat(150),
          "or%20".repeat(125),
          "a-".repeat(250),
          "%25_%5C%5C",
          "'%3B--",
          "x".repeat(3000),
          "-1",
          "0",
          "2147483647",
          "2147483648",
          "9223372036854775807",
          "9".repeat(300),
          "1e9",
          "NaN",
          "%D9%A3",
          "true",
          "0000-01-01T00:00:00Z",
          "0000-01-01T00:00:00%2B18:00",
          "9999-12-31T23:59:59.999999999Z",
          "9999-12-31T23:59:59.999999999-18:00",
          "2016-12-31T23:59:60Z",
          "%2B999999999-12-31T23:59:59Z",
          "0000-01-01",
          "9999-12-31",
          "%2B999999999-12-31",
          "A".repeat(1000));

  @LocalServerPort private int port;
  private String user = "";
  private String caseId = "";

  @BeforeEach
  void openACase() {
    user = "user-" + UUID.randomUUID();
    caseId =
        Api.on(port).as(user).post("/api/v2/cases", "{\"tags\":[\"a\"]}").is(201).text("/case_id");
  }

  static Stream<Operation> operationsWithAQuery() {
    return Operations.all().stream().filter(operation -> !operation.query().isEmpty());
  }

  static Stream<Operation> operationsWithVariables() {
    return Operations.all().stream().filter(operation -> operation.path().contains("{"));
  }

  @ParameterizedTest
  @MethodSource("operationsWithAQuery")
  void inAQuery(Operation operation) throws Exception {
    List<String> broken = new ArrayList<>();
    String path = VARIABLE.matcher(operation.path()).replaceAll(name -> known(name.group(1)));
    for (String parameter : operation.query()) {
      for (String value : VALUES) {
        String query = "?" + parameter + "=" + value;
        record(broken, operation, path + query);
        if (parameter.equals("q") && operation.query().contains("sort")) {
          record(broken, operation, path + query + "&sort=relevance");
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operationsWithVariables")
  void inAPath(Operation operation) throws Exception {
    List<String> broken = new ArrayList<>();
    for (String value : VALUES) {
      record(broken, operation, VARIABLE.matcher(operation.path()).replaceAll(value));
    }
    assertThat(broken).isEmpty();
  }

  private String known(String variable) {
    return switch (variable) {
      case "case_id" -> caseId;
      case "user_id" -> user;
      default -> "unknown";
    };
  }

  private void record(List<String> broken, Operation operation, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(operation.method().toUpperCase(Locale.ROOT), BodyPublishers.ofString("{}"))
            .header("Content-Type", "application/json")
            .header("X-User-ID", user)
            .header("X-User-Roles", "[\"admin\"]")
            .build();
    int status = CLIENT.send(request, BodyHandlers.ofString()).statusCode();
    if (status >= 500) {
      broken.add(status + " " + path);
    }
  }
}
