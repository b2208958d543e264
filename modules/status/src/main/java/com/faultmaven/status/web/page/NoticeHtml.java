package com.faultmaven.status.web.page;

import com.faultmaven.status.page.Notice;
import com.faultmaven.status.page.Remark;
import com.faultmaven.status.web.page.Times.Moment;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.web.util.HtmlUtils;

/** A notice as a piece of HTML, for readers that show it among others. */
public final class NoticeHtml {

  private NoticeHtml() {}

  /** Where the page of a notice is, from the root of the service. */
  public static String pathOf(Notice notice, PageAddress page) {
    return page.path() + (notice.isMaintenance() ? "/maintenances/" : "/incidents/") + notice.id();
  }

  /** All that was said, the newest first. */
  public static String of(Notice notice, ZoneId zone) {
    Times times = new Times(zone);
    StringBuilder html = new StringBuilder();
    if (notice.window() != null) {
      html.append("<p>");
      time(html, times, notice.startedAt());
      html.append(" to ");
      Instant end = notice.endedAt() == null ? notice.window().until() : notice.endedAt();
      time(html, times, end);
      html.append(", ").append(notice.status().word().replace('_', ' ')).append("</p>");
    }
    if (notice.postmortem() != null) {
      html.append("<p><strong>Post-mortem</strong></p>").append(Markdown.html(notice.postmortem()));
    }
    notice.timeline().reversed().forEach(remark -> said(html, times, remark));
    if (notice.body() != null) {
      html.append(Markdown.html(notice.body()));
    }
    return html.toString();
  }

  private static void said(StringBuilder html, Times times, Remark remark) {
    html.append("<p><strong>").append(remark.status().words()).append("</strong>, ");
    time(html, times, remark.at());
    if (remark.correctedAt() != null) {
      html.append(", corrected ");
      time(html, times, remark.correctedAt());
    }
    html.append("</p>").append(Markdown.html(remark.message()));
  }

  private static void time(StringBuilder html, Times times, Instant instant) {
    Moment moment = times.moment(instant);
    html.append(
        "<time datetime=\"%s\">%s</time>"
            .formatted(moment.iso(), HtmlUtils.htmlEscape(moment.text())));
  }
}
