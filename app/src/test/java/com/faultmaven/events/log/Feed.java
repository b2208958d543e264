package com.faultmaven.events.log;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;

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
    while (!feed.next("&limit=1000").texts("/events", "event_id").isEmpty()) {
      continue;
    }
    return feed;
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
