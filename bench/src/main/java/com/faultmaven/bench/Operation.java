package com.faultmaven.bench;

import com.faultmaven.bench.data.Chosen;
import com.faultmaven.bench.data.Texts;
import com.faultmaven.bench.load.Message;
import java.util.Locale;
import java.util.SplittableRandom;

/** What is measured of the service. */
enum Operation {
  HEALTH("health", Pool.ALL),
  GET_CASE("getCase", Pool.ALL),
  LIST_CASES("listCases", Pool.ALL),
  LIST_FILTERED("listCasesFiltered", Pool.ALL),
  SEARCH("search", Pool.ALL),
  LIST_MESSAGES("listMessages", Pool.ALL),
  ADD_MESSAGE("addMessage", Pool.WRITTEN),
  CREATE_CASE("createCase", Pool.ALL),
  CREATE_CASE_WITH_KEY("createCaseWithKey", Pool.ALL),
  CREATE_CASE_OF_ONE("createCaseOfOneUser", Pool.ALL),
  UPDATE_CASE("updateCase", Pool.WRITTEN),
  CHANGE_STATUS("changeCaseStatus", Pool.MOVED),
  V1_GET("v1GetCase", Pool.ALL),
  V1_CREATE("v1CreateCase", Pool.ALL),
  FEED("feed", Pool.ALL);

  /** Which cases it is for. */
  enum Pool {
    ALL,
    /** messages and fields */
    WRITTEN,
    /** statuses */
    MOVED
  }

  private static final String CASES = "/api/v2/cases";

  final String title;
  final Pool pool;

  Operation(String title, Pool pool) {
    this.title = title;
    this.pool = pool;
  }

  boolean asksDatabase() {
    return this != HEALTH;
  }

  /** A request of it. */
  Message request(Chosen chosen) {
    SplittableRandom random = chosen.random();
    String user = chosen.owner();
    String path = CASES + "/" + chosen.id();
    return switch (this) {
      case HEALTH -> Http.get("/health", user);
      case GET_CASE -> Http.get(path, user);
      case LIST_CASES -> Http.get(CASES + "?limit=20", user);
      case LIST_FILTERED -> Http.get(CASES + "?status=investigating&severity=high&limit=20", user);
      case SEARCH -> Http.get(CASES + "?limit=20&q=" + chosen.word(), user);
      case LIST_MESSAGES -> Http.get(path + "/messages?limit=20", user);
      case ADD_MESSAGE -> Http.post(path + "/messages", user, message(chosen));
      case CREATE_CASE -> Http.post(CASES, user, newCase(chosen));
      case CREATE_CASE_WITH_KEY ->
          Http.postOnce(CASES, user, "bench-" + hex(random) + hex(random), newCase(chosen));
      case CREATE_CASE_OF_ONE -> Http.post(CASES, "one-user", newCase(chosen));
      case UPDATE_CASE -> Http.patch(path, user, "{\"description\":\"" + text(chosen) + "\"}");
      case CHANGE_STATUS ->
          Http.post(path + "/status-changes", user, move(chosen)).orElse(chosen::resolvesNext);
      case V1_GET -> Http.get("/api/v1/cases/" + chosen.id(), user);
      case V1_CREATE -> Http.post("/api/v1/cases", user, newCase(chosen));
      case FEED -> Http.getAsService("/api/v2/events?limit=100", user);
    };
  }

  private static String newCase(Chosen chosen) {
    return "{\"title\":\""
        + Texts.title(chosen.random())
        + "\",\"description\":\""
        + text(chosen)
        + "\",\"severity\":\"high\",\"category\":\"performance\"}";
  }

  private static String message(Chosen chosen) {
    return "{\"role\":\"user\",\"content\":\"" + text(chosen) + "\"}";
  }

  private static String move(Chosen chosen) {
    return chosen.resolvesNext()
        ? "{\"status\":\"resolved\",\"reason\":\"expired certificate\"}"
        : "{\"status\":\"investigating\",\"reason\":\"seen again\"}";
  }

  private static String text(Chosen chosen) {
    SplittableRandom random = chosen.random();
    return chosen.newWord() + " " + Texts.of(random, random.nextInt(10, 60));
  }

  private static String hex(SplittableRandom random) {
    return String.format(Locale.ROOT, "%016x", random.nextLong());
  }
}
