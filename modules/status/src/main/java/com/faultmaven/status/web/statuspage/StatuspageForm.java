package com.faultmaven.status.web.statuspage;

import com.faultmaven.status.page.Notice;
import com.faultmaven.status.page.PublicPage;
import com.faultmaven.status.web.page.Copy;
import com.faultmaven.status.web.page.PageAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** A document, member by member. */
final class StatuspageForm {

  /** Leaves out nothing that is unset. */
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Object> members = new LinkedHashMap<>();
  private final PublicPage page;
  private final List<Notice> notices;
  private final List<Component> components;
  private final Announcements announcements;

  StatuspageForm(PublicPage page, List<Notice> notices, PageAddress address) {
    this.page = page;
    this.notices = notices;
    this.components =
        page.groups().stream()
            .flatMap(group -> Component.of(group, page.organization()).stream())
            .toList();
    this.announcements =
        new Announcements(
            address, components.stream().collect(Collectors.toMap(Component::id, it -> it)));
    members.put("page", head(address));
  }

  StatuspageForm withStatus() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("indicator", page.indicator().word());
    status.put("description", page.indicator().words());
    members.put("status", status);
    return this;
  }

  StatuspageForm withComponents() {
    members.put("components", components);
    return this;
  }

  StatuspageForm withIncidents() {
    members.put("incidents", announced(it -> !it.isMaintenance()));
    return this;
  }

  StatuspageForm withMaintenances() {
    members.put("scheduled_maintenances", announced(Notice::isMaintenance));
    return this;
  }

  Copy copy() {
    return Copy.of(MediaType.APPLICATION_JSON, JSON.writeValueAsString(members), page.at());
  }

  private List<Announcement> announced(Predicate<Notice> which) {
    return notices.stream().filter(which).map(announcements::of).toList();
  }

  private Map<String, @Nullable Object> head(PageAddress address) {
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("id", page.organization().value());
    head.put("name", page.page().name());
    head.put("url", Objects.requireNonNullElse(page.page().url(), address.url()));
    head.put("time_zone", page.page().timeZone().getId());
    head.put("updated_at", Times.ifAny(changedAt()));
    return head;
  }

  private @Nullable Instant changedAt() {
    return Stream.concat(
            Stream.ofNullable(page.changedAt()), notices.stream().map(Notice::changedAt))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
