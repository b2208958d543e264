package com.faultmaven.status.web.page;

import com.faultmaven.status.ServiceId;
import com.faultmaven.status.page.Announced;
import com.faultmaven.status.page.Notice;
import com.faultmaven.status.page.NoticeReads;
import com.faultmaven.status.page.NoticeScope;
import com.faultmaven.status.page.NoticeStatus;
import com.faultmaven.status.page.PageReads;
import com.faultmaven.status.page.PublicPage;
import com.faultmaven.status.subscriptions.MailSubscriptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page that shows how everything is. */
@Component
class FrontPage {

  private static final int MOST_NOTICES = 20;
  private static final Duration PAST = Duration.ofDays(14);
  private static final Duration COMING = Duration.ofDays(30);

  private final PageReads pages;
  private final NoticeReads notices;
  private final ServiceBars bars;
  private final PageHtml html;
  private final MailSubscriptions subscriptions;

  FrontPage(
      PageReads pages,
      NoticeReads notices,
      ServiceBars bars,
      PageHtml html,
      MailSubscriptions subscriptions) {
    this.pages = pages;
    this.notices = notices;
    this.bars = bars;
    this.html = html;
    this.subscriptions = subscriptions;
  }

  Copy make(PageAddress address) {
    PublicPage page = pages.get(address.organization());
    Announced announced =
        notices.get(
            address.organization(),
            NoticeScope.around(page.at().minus(PAST), page.at().plus(COMING), MOST_NOTICES));
    Times times = new Times(page.page().timeZone());
    Map<ServiceId, String> names = PublicPages.names(page);
    List<NoticeView> active = views(announced, FrontPage::isActive, address, times, names);
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("overall", overall(page));
    values.put("groups", ShownGroups.of(page, bars.of(page)));
    values.put("active", active);
    values.put("moreActive", active.size() >= MOST_NOTICES);
    values.put("mail", subscriptions.isOffered());
    values.put("planned", views(announced, FrontPage::isPlanned, address, times, names).reversed());
    values.put(
        "past",
        Days.of(
            announced.notices().stream().filter(it -> it.status().isOver()).toList(),
            address,
            times,
            names));
    return html.render("page", address, page.page(), page.at(), values);
  }

  private static ConditionView overall(PublicPage page) {
    ConditionView view = ConditionView.of(page.condition());
    return new ConditionView(view.css(), view.shape(), page.indicator().words());
  }

  private static boolean isActive(Notice notice) {
    return !notice.status().isOver() && !isPlanned(notice);
  }

  private static boolean isPlanned(Notice notice) {
    return notice.status() == NoticeStatus.SCHEDULED;
  }

  private static List<NoticeView> views(
      Announced announced,
      Predicate<Notice> which,
      PageAddress address,
      Times times,
      Map<ServiceId, String> names) {
    return announced.notices().stream()
        .filter(which)
        .map(it -> NoticeView.of(it, address, times, names))
        .toList();
  }
}
