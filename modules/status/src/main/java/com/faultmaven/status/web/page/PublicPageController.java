package com.faultmaven.status.web.page;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.status.page.NoticeScope;
import com.faultmaven.status.page.PageNotFound;
import java.time.YearMonth;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages that people look at. */
@RestController
@RequestMapping({"/status", "/status/o/{organization}"})
class PublicPageController {

  private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final PageAnswers answers;
  private final FrontPage front;
  private final PublicPages pages;

  PublicPageController(PageAnswers answers, FrontPage front, PublicPages pages) {
    this.answers = answers;
    this.front = front;
    this.pages = pages;
  }

  @GetMapping({"", "/"})
  ResponseEntity<byte[]> front(@PathVariable(required = false) @Nullable String organization) {
    PageAddress page = PageAddress.of(organization);
    return answers.get(page, "", () -> front.make(page));
  }

  @GetMapping("/incidents/{id}")
  ResponseEntity<byte[]> incident(
      @PathVariable(required = false) @Nullable String organization, @PathVariable String id) {
    PageAddress page = PageAddress.of(organization);
    NoticeScope incident = NoticeScope.incident(known(id));
    return answers.get(page, "incidents/" + id, () -> pages.notice(page, incident));
  }

  @GetMapping("/maintenances/{id}")
  ResponseEntity<byte[]> maintenance(
      @PathVariable(required = false) @Nullable String organization, @PathVariable String id) {
    PageAddress page = PageAddress.of(organization);
    NoticeScope maintenance = NoticeScope.maintenance(known(id));
    return answers.get(page, "maintenances/" + id, () -> pages.notice(page, maintenance));
  }

  @GetMapping("/history")
  ResponseEntity<byte[]> history(
      @PathVariable(required = false) @Nullable String organization,
      @RequestParam(required = false) @Nullable String month) {
    PageAddress page = PageAddress.of(organization);
    if (month == null) {
      return answers.get(page, "history", () -> pages.history(page, null));
    }
    if (!MONTH.matcher(month).matches()) {
      throw InvalidRequest.parameter(
          "month", "invalid_format", "month is a month of this century like 2026-03.");
    }
    return answers.get(page, "history " + month, () -> pages.history(page, YearMonth.parse(month)));
  }

  @GetMapping("/{*anything}")
  ResponseEntity<byte[]> nothing() {
    throw PageNotFound.here();
  }

  private static UUID known(String id) {
    if (!ID.matcher(id).matches()) {
      throw PageNotFound.here();
    }
    return UUID.fromString(id);
  }
}
