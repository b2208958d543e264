package com.faultmaven.bench;

import com.faultmaven.bench.data.Texts;
import com.faultmaven.bench.load.Message;
import com.faultmaven.bench.load.Requests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What clients of v1 do all day, as far as an original service does it, too: 60 of a hundred
 * requests read a case, 20 list cases, 10 open one and 10 change one.
 */
final class DayOverV1 implements Requests {

  private static final String CASES = "/api/v1/cases";
  private static final int USERS = 50;
  private static final int OTHER_USERS = 100_000;
  private static final int CASES_OF_A_USER = 20;
  private static final Pattern ID = Pattern.compile("\"case_id\":\"([^\"]+)\"");

  private record Owned(String id, String user) {}

  private final List<Owned> cases;
  private final SplittableRandom random = new SplittableRandom(1);

  private DayOverV1(List<Owned> cases) {
    this.cases = cases;
  }

  /** Opens the cases first that are read and changed. */
  static DayOverV1 at(int port) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(2);
    List<Owned> cases = new ArrayList<>();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int n = 0; n < USERS * CASES_OF_A_USER; n++) {
        String user = user(n % USERS);
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + CASES))
                .header("X-User-ID", user)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(newCase(random)))
                .build();
        String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
          throw new IllegalStateException("No case was opened: " + answer);
        }
        cases.add(new Owned(id.group(1), user));
      }
    }
    return new DayOverV1(cases);
  }

  @Override
  public Message next(int connection) {
    Owned chosen = cases.get(random.nextInt(cases.size()));
    String path = CASES + "/" + chosen.id();
    int share = random.nextInt(100);
    if (share < 60) {
      return Http.get(path, chosen.user());
    }
    if (share < 80) {
      return Http.get(CASES + "?page=1&page_size=20", chosen.user());
    }
    // of others, so that the lists that are read do not grow, which is slow at the original
    return share < 90
        ? Http.post(CASES, user(USERS + random.nextInt(OTHER_USERS)), newCase(random))
        : Http.put(path, chosen.user(), "{\"description\":\"" + text(random) + "\"}");
  }

  private static String user(int n) {
    return "v1-user-" + n;
  }

  private static String newCase(SplittableRandom random) {
    return "{\"title\":\"" + Texts.title(random) + "\",\"description\":\"" + text(random) + "\"}";
  }

  private static String text(SplittableRandom random) {
    return Texts.of(random, random.nextInt(10, 60));
  }
}
