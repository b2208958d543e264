package com.faultmaven.status.web.page;

import com.faultmaven.status.Condition;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.page.PublicPage;
import com.faultmaven.status.page.ServiceGroup;
import com.faultmaven.status.page.ShownService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Arranges the services of a page: each with its bars as long as there is room for them, and all
 * the others by name, the worst first.
 */
final class ShownGroups {

  private static final int OPEN_UP_TO = 10;

  /** With more of them descriptions are left out. */
  private static final int DESCRIBED = 50;

  private final PublicPage page;
  private final Map<ServiceId, Bars> bars;
  private final Room room;

  private ShownGroups(PublicPage page, Map<ServiceId, Bars> bars) {
    this.page = page;
    this.bars = bars;
    this.room = new Room(page.services().size());
  }

  static List<GroupView> of(PublicPage page, Map<ServiceId, Bars> bars) {
    return new ShownGroups(page, bars).views();
  }

  private List<GroupView> views() {
    List<GroupView> views = new ArrayList<>();
    List<ShownService> alone = new ArrayList<>();
    for (ServiceGroup group : page.groups()) {
      List<ServiceView> shown = new ArrayList<>();
      List<ShownService> rest = new ArrayList<>();
      for (ShownService service : group.services()) {
        Bars its = bars.get(service.id());
        if (its != null && room.take(its)) {
          shown.add(ServiceView.of(service, its, page.services().size() <= DESCRIBED));
        } else {
          rest.add(service);
        }
      }
      if (group.name() == null) {
        alone.addAll(rest);
        rest = List.of();
      }
      if (!shown.isEmpty() || !rest.isEmpty()) {
        views.add(view(group, shown, rest));
      }
    }
    if (!alone.isEmpty()) {
      views.add(new GroupView(null, ConditionView.of(worst(alone)), true, List.of(), names(alone)));
    }
    return views;
  }

  private static GroupView view(
      ServiceGroup group, List<ServiceView> shown, List<ShownService> rest) {
    boolean open =
        group.services().size() <= OPEN_UP_TO || group.condition() != Condition.OPERATIONAL;
    return new GroupView(
        group.name(), ConditionView.of(group.condition()), open, shown, names(rest));
  }

  private static List<NamesView> names(List<ShownService> services) {
    Map<Condition, List<String>> names = new TreeMap<>(Comparator.reverseOrder());
    services.forEach(
        it -> names.computeIfAbsent(it.condition(), _ -> new ArrayList<>()).add(it.name()));
    return names.entrySet().stream()
        .map(it -> new NamesView(ConditionView.of(it.getKey()), it.getValue()))
        .toList();
  }

  private static Condition worst(List<ShownService> services) {
    return services.stream()
        .map(ShownService::condition)
        .max(Comparator.naturalOrder())
        .orElse(Condition.OPERATIONAL);
  }
}
