package com.faultmaven.status.web.statuspage;

import com.faultmaven.status.Severity;
import com.faultmaven.status.page.Notice;
import com.faultmaven.status.page.NoticeStatus;
import com.faultmaven.status.page.Remark;
import com.faultmaven.status.web.page.NoticeHtml;
import com.faultmaven.status.web.page.PageAddress;
import com.faultmaven.status.web.statuspage.Announcement.Update;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes notices as the clients of Statuspage know them. */
final class Announcements {

  private static final String POSTMORTEM = "postmortem";

  private final PageAddress page;
  private final Map<String, Component> components;

  /**
   * @param components by their ids
   */
  Announcements(PageAddress page, Map<String, Component> components) {
    this.page = page;
    this.components = Map.copyOf(components);
  }

  Announcement of(Notice notice) {
    return new Announcement(
        notice.id().toString(),
        notice.title(),
        notice.postmortem() == null ? notice.status().word() : POSTMORTEM,
        Times.text(notice.createdAt()),
        Times.text(notice.changedAt()),
        Times.ifAny(notice.monitoringAt()),
        Times.ifAny(notice.endedAt()),
        impact(notice.severity()),
        PageAddress.HOST + NoticeHtml.pathOf(notice, page),
        Times.text(notice.startedAt()),
        page.organization().value(),
        updates(notice),
        notice.services().stream()
            .map(service -> components.get(service.toString()))
            .filter(Objects::nonNull)
            .toList(),
        null,
        notice.window() == null ? null : Times.text(notice.window().from()),
        notice.window() == null ? null : Times.text(notice.window().until()));
  }

  private static String impact(@Nullable Severity severity) {
    return switch (severity) {
      case CRITICAL -> "critical";
      case HIGH -> "major";
      case MEDIUM, LOW -> "minor";
      case null -> "maintenance";
    };
  }

  /** The newest first: the postmortem, what was said, and the text it began with. */
  private static List<Update> updates(Notice notice) {
    List<Update> updates = new ArrayList<>();
    if (notice.postmortem() != null) {
      Instant at = Objects.requireNonNullElse(notice.postmortemAt(), notice.changedAt());
      updates.add(made(notice, POSTMORTEM, POSTMORTEM, notice.postmortem(), at));
    }
    notice.timeline().reversed().forEach(remark -> updates.add(said(notice, remark)));
    if (notice.body() != null) {
      NoticeStatus first =
          notice.isMaintenance() ? NoticeStatus.SCHEDULED : NoticeStatus.INVESTIGATING;
      updates.add(made(notice, "body", first.word(), notice.body(), notice.createdAt()));
    }
    return updates;
  }

  private static Update said(Notice notice, Remark remark) {
    Instant changed = Objects.requireNonNullElse(remark.correctedAt(), remark.at());
    return update(
        notice,
        remark.id().toString(),
        remark.status().word(),
        remark.message(),
        remark.at(),
        changed);
  }

  /** What is an update there, and none here: its id is the same each time. */
  private static Update made(Notice notice, String what, String status, String text, Instant at) {
    byte[] name = (what + ' ' + notice.id()).getBytes(StandardCharsets.UTF_8);
    return update(notice, UUID.nameUUIDFromBytes(name).toString(), status, text, at, at);
  }

  private static Update update(
      Notice notice, String id, String status, String text, Instant at, Instant changed) {
    return new Update(
        id,
        status,
        text,
        notice.id().toString(),
        Times.text(at),
        Times.text(changed),
        Times.text(at),
        null,
        notice.told(),
        null,
        null);
  }
}
