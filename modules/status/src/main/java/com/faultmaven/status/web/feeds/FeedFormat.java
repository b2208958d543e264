package com.faultmaven.status.web.feeds;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** The formats of feeds, by the names that ROME has for them. */
enum FeedFormat {
  ATOM("atom_1.0", "/history.atom", "atom+xml"),
  RSS("rss_2.0", "/history.rss", "rss+xml");

  private final String rome;
  private final String path;
  private final MediaType type;

  FeedFormat(String rome, String path, String subtype) {
    this.rome = rome;
    this.path = path;
    this.type = new MediaType("application", subtype, StandardCharsets.UTF_8);
  }

  String rome() {
    return rome;
  }

  /** Below the address of the page. */
  String path() {
    return path;
  }

  MediaType type() {
    return type;
  }
}
