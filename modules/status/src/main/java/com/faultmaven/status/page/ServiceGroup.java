package com.faultmaven.status.page;

import com.faultmaven.status.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Services that are shown together, in the place of the first of them.
 *
 * @param name null for a service that stands alone
 */
public record ServiceGroup(@Nullable String name, List<ShownService> services) {

  /** The groups of these services, in their order. */
  public static List<ServiceGroup> of(List<ShownService> services) {
    Map<Object, List<ShownService>> groups = new LinkedHashMap<>();
    for (ShownService service : services) {
      Object key = service.group() == null ? service.id() : service.group();
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(service);
    }
    return groups.values().stream()
        .map(group -> new ServiceGroup(group.getFirst().group(), List.copyOf(group)))
        .toList();
  }

  /** That of the worst of them. */
  public Condition condition() {
    return worst(services);
  }

  static Condition worst(List<ShownService> services) {
    return services.stream()
        .map(ShownService::condition)
        .max(Comparator.naturalOrder())
        .orElse(Condition.OPERATIONAL);
  }
}
