package com.faultmaven.status.web.page;

import com.faultmaven.status.ServiceId;
import com.faultmaven.status.page.Announced;
import com.faultmaven.status.page.Notice;
import com.faultmaven.status.page.NoticeReads;
import com.faultmaven.status.page.NoticeScope;
import com.faultmaven.status.page.PageNotFound;
import com.faultmaven.status.page.PageReads;
import com.faultmaven.status.page.PublicPage;
import com.faultmaven.status.page.ShownService;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the lesser pages show, and has them made. */
@Component
class PublicPages {

  private static final int MOST_OF_A_MONTH = 100;
  private static final YearMonth FIRST = YearMonth.of(2000, 1);

  private final PageReads pages;
  private final NoticeReads notices;
  private final PageHtml html;

  PublicPages(PageReads pages, NoticeReads notices, PageHtml html) {
    this.pages = pages;
    this.notices = notices;
    this.html = html;
  }

  /** The page of an incident or a maintenance. */
  Copy notice(PageAddress address, NoticeScope one) {
    PublicPage page = pages.get(address.organization());
    Announced found = notices.get(address.organization(), one);
    Notice notice = found.notices().stream().findFirst().orElseThrow(PageNotFound::here);
    Times times = new Times(page.page().timeZone());
    return html.render(
        "notice",
        address,
        page.page(),
        found.at(),
        Map.of("notice", NoticeView.of(notice, address, times, names(page))));
  }

  /** The page of a month, by default of this one. */
  Copy history(PageAddress address, @Nullable YearMonth asked) {
    PublicPage page = pages.get(address.organization());
    Times times = new Times(page.page().timeZone());
    YearMonth current = YearMonth.from(times.dayOf(page.at()));
    YearMonth month = asked == null ? current : asked;
    Instant since = times.begin(month.atDay(1));
    Instant until = times.begin(month.plusMonths(1).atDay(1));
    Announced found =
        notices.get(address.organization(), NoticeScope.between(since, until, MOST_OF_A_MONTH));
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("month", Times.month(month));
    values.put("earlier", month.isAfter(FIRST) ? month.minusMonths(1).toString() : null);
    values.put("later", month.isBefore(current) ? month.plusMonths(1).toString() : null);
    values.put("days", Days.of(found.notices(), address, times, names(page)));
    values.put("more", found.notices().size() >= MOST_OF_A_MONTH);
    return html.render("history", address, page.page(), page.at(), values);
  }

  static Map<ServiceId, String> names(PublicPage page) {
    List<ShownService> services = page.services();
    return services.stream().collect(Collectors.toMap(ShownService::id, ShownService::name));
  }
}
