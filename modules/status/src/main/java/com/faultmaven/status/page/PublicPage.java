package com.faultmaven.status.page;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.Condition;
import com.faultmaven.status.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of an organization with its services.
 *
 * @param at when it was like that
 * @param changedAt when the page or a service was described last, if ever
 * @param services in the order of their positions
 */
public record PublicPage(
    OrganizationId organization,
    Page page,
    Instant at,
    @Nullable Instant changedAt,
    List<ShownService> services) {

  /** How everything together is. */
  public Indicator indicator() {
    return Indicator.of(condition());
  }

  /** That of the worst service. */
  public Condition condition() {
    return ServiceGroup.worst(services);
  }

  public List<ServiceGroup> groups() {
    return ServiceGroup.of(services);
  }
}
