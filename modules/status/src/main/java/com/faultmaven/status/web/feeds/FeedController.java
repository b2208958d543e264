package com.faultmaven.status.web.feeds;

import com.faultmaven.status.page.Announced;
import com.faultmaven.status.page.NoticeReads;
import com.faultmaven.status.page.NoticeScope;
import com.faultmaven.status.page.PageReads;
import com.faultmaven.status.page.PublicPage;
import com.faultmaven.status.web.page.Copy;
import com.faultmaven.status.web.page.PageAddress;
import com.faultmaven.status.web.page.PageAnswers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The feeds and the badge of a page. */
@RestController
@CrossOrigin(exposedHeaders = "ETag")
@RequestMapping({"/status", "/status/o/{organization}"})
class FeedController {

  private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

  private final PageAnswers answers;
  private final NoticeReads notices;
  private final PageReads pages;

  FeedController(PageAnswers answers, NoticeReads notices, PageReads pages) {
    this.answers = answers;
    this.notices = notices;
    this.pages = pages;
  }

  @GetMapping("/history.atom")
  ResponseEntity<byte[]> atom(@PathVariable(required = false) @Nullable String organization) {
    return feed(organization, FeedFormat.ATOM);
  }

  @GetMapping("/history.rss")
  ResponseEntity<byte[]> rss(@PathVariable(required = false) @Nullable String organization) {
    return feed(organization, FeedFormat.RSS);
  }

  @GetMapping("/badge.svg")
  ResponseEntity<byte[]> badge(@PathVariable(required = false) @Nullable String organization) {
    PageAddress page = PageAddress.of(organization);
    return answers.get(page, "badge.svg", () -> badge(pages.get(page.organization())));
  }

  private ResponseEntity<byte[]> feed(@Nullable String organization, FeedFormat format) {
    PageAddress page = PageAddress.of(organization);
    return answers.get(page, format.path(), () -> feed(page, format));
  }

  private Copy feed(PageAddress page, FeedFormat format) {
    Announced announced = notices.get(page.organization(), NoticeScope.changedLast());
    return Copy.of(format.type(), Feed.write(announced, page, format), announced.at());
  }

  private static Copy badge(PublicPage page) {
    return Copy.of(SVG, Badge.of(page.indicator()), page.at());
  }
}
