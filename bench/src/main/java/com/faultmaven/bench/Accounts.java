package com.faultmaven.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who have registered with a service that stands alone, with a case of each. */
final class Accounts {

  private static final int PEOPLE = 50;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /**
   * Somebody.
   *
   * @param path of their case
   */
  record Person(String id, String token, String path) {}

  private final List<Person> people = new ArrayList<>();
  private int next;

  /**
   * Registers them.
   *
   * @param port of the service
   */
  Accounts(int port) throws IOException, InterruptedException {
    String base = "http://localhost:" + port;
    String unique = "bench-" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";
    for (int number = 0; number < PEOPLE; number++) {
      String name = unique + number;
      String tokens =
          post(
                  base + "/api/v1/auth/register",
                  "",
                  "{\"username\":\"%s\",\"email\":\"%s@bench.test\",\"password\":\"%s\"}"
                      .formatted(name, name, "the analytical engine weaves"))
              .body();
      String token = member("access_token", tokens);
      String path =
          post(base + "/api/v2/cases", "Bearer " + token, "{\"title\":\"Checkout is slow\"}")
              .headers()
              .firstValue("Location")
              .orElseThrow();
      people.add(new Person(member("user_id", tokens), token, path));
    }
  }

  Person next() {
    next = (next + 1) % people.size();
    return people.get(next);
  }

  private static String member(String name, String json) {
    Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    if (!member.find()) {
      throw new IllegalStateException("There is no " + name + " in what was answered: " + json);
    }
    return member.group(1);
  }

  private static HttpResponse<String> post(String address, String authorization, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> answer =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(address + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }
}
