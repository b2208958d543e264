package com.faultmaven.status.web.statuspage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.page.ServiceGroup;
import com.faultmaven.status.page.ShownService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A service, or a group of them.
 *
 * @param status the condition
 * @param components the services of a group; others lack it
 */
@JsonNaming(SnakeCaseStrategy.class)
record Component(
    String id,
    String name,
    String status,
    String createdAt,
    String updatedAt,
    int position,
    @Nullable String description,
    boolean showcase,
    @Nullable String startDate,
    @Nullable String groupId,
    String pageId,
    boolean group,
    boolean onlyShowIfDegraded,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> components) {

  /** The components of a group, which comes first itself. */
  static List<Component> of(ServiceGroup group, OrganizationId organization) {
    List<Component> all = new ArrayList<>();
    String groupId = group.name() == null ? null : idOf(group.name(), organization);
    if (group.name() != null && groupId != null) {
      all.add(group(group, group.name(), groupId, organization));
    }
    group.services().forEach(service -> all.add(service(service, groupId, organization)));
    return all;
  }

  private static Component service(
      ShownService service, @Nullable String groupId, OrganizationId organization) {
    return new Component(
        service.id().toString(),
        service.name(),
        service.condition().word(),
        Times.text(service.createdAt()),
        Times.text(service.updatedAt()),
        service.position(),
        service.description(),
        true,
        service.startDate().toString(),
        groupId,
        organization.value(),
        false,
        false,
        null);
  }

  private static Component group(
      ServiceGroup group, String name, String id, OrganizationId organization) {
    List<ShownService> services = group.services();
    Comparator<Instant> time = Comparator.naturalOrder();
    Instant created = services.stream().map(ShownService::createdAt).min(time).orElseThrow();
    Instant updated = services.stream().map(ShownService::updatedAt).max(time).orElseThrow();
    return new Component(
        id,
        name,
        group.condition().word(),
        Times.text(created),
        Times.text(updated),
        services.getFirst().position(),
        null,
        false,
        null,
        null,
        organization.value(),
        true,
        false,
        services.stream().map(service -> service.id().toString()).toList());
  }

  /** The same for a name at all times; groups have no rows. */
  private static String idOf(String name, OrganizationId organization) {
    return UUID.nameUUIDFromBytes(
            ("group " + organization.value() + ' ' + name).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
