package com.faultmaven.status.web.page;

import com.faultmaven.status.Condition;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.page.Notice;
import com.faultmaven.status.page.NoticeStatus;
import com.faultmaven.status.web.page.Times.Moment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An incident or a maintenance.
 *
 * @param kind what it is and how far it has got, in words
 * @param condition what it does to services
 * @param timeline the newest first
 * @param hasMore whether its own page shows more of it
 */
record NoticeView(
    String path,
    String title,
    String kind,
    ConditionView condition,
    boolean maintenance,
    Moment from,
    @Nullable Moment until,
    List<String> services,
    @Nullable String body,
    List<RemarkView> timeline,
    boolean hasMore,
    @Nullable String postmortem) {

  /**
   * @param names of the services that there still are
   */
  static NoticeView of(Notice notice, PageAddress page, Times times, Map<ServiceId, String> names) {
    return new NoticeView(
        NoticeHtml.pathOf(notice, page),
        notice.title(),
        kindOf(notice),
        ConditionView.of(conditionOf(notice)),
        notice.isMaintenance(),
        times.moment(notice.startedAt()),
        untilOf(notice, times),
        notice.services().stream().map(names::get).filter(Objects::nonNull).toList(),
        notice.body() == null ? null : Markdown.html(notice.body()),
        notice.timeline().reversed().stream().map(it -> RemarkView.of(it, times)).toList(),
        notice.unread() > 0,
        notice.postmortem() == null ? null : Markdown.html(notice.postmortem()));
  }

  private static String kindOf(Notice notice) {
    String kind = notice.isMaintenance() ? "Maintenance" : "Incident";
    return kind + ", " + notice.status().words().toLowerCase(java.util.Locale.ROOT);
  }

  private static Condition conditionOf(Notice notice) {
    if (notice.status().isOver()) {
      return Condition.OPERATIONAL;
    }
    return notice.severity() == null
        ? Condition.UNDER_MAINTENANCE
        : Condition.of(notice.severity().usualImpact().word());
  }

  private static @Nullable Moment untilOf(Notice notice, Times times) {
    if (notice.endedAt() != null) {
      return times.moment(notice.endedAt());
    }
    return notice.window() == null || notice.status() == NoticeStatus.CANCELLED
        ? null
        : times.moment(notice.window().until());
  }
}
