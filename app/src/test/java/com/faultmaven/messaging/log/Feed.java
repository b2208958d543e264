package com.faultmaven.messaging.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A consumer of the feed that remembers where it is. */
class Feed {

  private final Api api;
  private String cursor;

  private Feed(Api api, String cursor) {
    this.api = api;
    this.cursor = cursor;
  }

  /** One that has read everything there is. */
  static Feed atTheEnd(Api api) {
    Feed feed = new Feed(api, api.get("/api/v2/events?limit=1").is(200).text("/next_cursor"));
    feed.settled();
    while (!feed.next("&limit=1000").texts("/events", "event_id").isEmpty()) {
      continue;
    }
    return feed;
  }

  /**
   * Waits until all that is written can be read: a listener that still writes elsewhere holds that
   * up.
   */
  Feed settled() {
    await().atMost(20, SECONDS).until(() -> unsettled() == 0);
    return this;
  }

  private static long unsettled() {
    return JdbcClient.create(TestDatabase.dataSource())
        .sql("select count(*) from events.event_log where not (" + LogReader.SETTLED + ")")
        .query(Long.class)
        .single();
  }

  Answer next(String parameters) {
    Answer page = ask("?after=" + cursor + parameters).is(200);
    cursor = page.text("/next_cursor");
    return page;
  }

  Answer ask(String query) {
    return api.get("/api/v2/events" + query);
  }

  String cursor() {
    return cursor;
  }
}
