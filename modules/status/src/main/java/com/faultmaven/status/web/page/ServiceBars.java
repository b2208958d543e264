package com.faultmaven.status.web.page;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.Uptime;
import com.faultmaven.status.Uptimes;
import com.faultmaven.status.page.PublicPage;
import com.faultmaven.status.page.ShownService;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The bars of the services of a page. Those of full days are counted once in a minute. */
@Component
class ServiceBars {

  private static final int DAYS = 90;
  private static final int MOST_SERVICES = 200;
  private static final int MOST_PAGES = 50;
  private static final Duration KEPT = Duration.ofSeconds(60);

  private record Key(OrganizationId organization, LocalDate today) {}

  private final Cache<Key, Map<ServiceId, Uptime>> full =
      Caffeine.newBuilder().maximumSize(MOST_PAGES).expireAfterWrite(KEPT).build();

  private final Uptimes uptimes;

  ServiceBars(Uptimes uptimes) {
    this.uptimes = uptimes;
  }

  /** Of the first services, and of no more than there is room for. */
  Map<ServiceId, Bars> of(PublicPage page) {
    List<ServiceId> services =
        page.services().stream().limit(MOST_SERVICES).map(ShownService::id).toList();
    if (services.isEmpty()) {
      return Map.of();
    }
    Map<ServiceId, Uptime> before = before(page, services);
    Map<ServiceId, Bars> bars = new HashMap<>();
    uptimes
        .shown(services, page.organization(), 1)
        .forEach(
            (service, today) -> {
              Uptime all = before.get(service);
              if (all != null) {
                bars.put(service, Bars.of(all, today.days().getLast()));
              }
            });
    return bars;
  }

  private Map<ServiceId, Uptime> before(PublicPage page, List<ServiceId> services) {
    Key key = new Key(page.organization(), page.at().atZone(page.page().timeZone()).toLocalDate());
    Map<ServiceId, Uptime> known = full.getIfPresent(key);
    if (known == null || !known.keySet().containsAll(services)) {
      known = uptimes.shown(services, page.organization(), DAYS);
      full.put(key, known);
    }
    return known;
  }
}
