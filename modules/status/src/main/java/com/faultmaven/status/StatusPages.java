package com.faultmaven.status;

import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.OrganizationId;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the page of an organization presents itself, and to whom. */
@Service
public class StatusPages {

  private final Pages pages;
  private final Permissions permissions;
  private final Clock clock;

  StatusPages(Pages pages, Permissions permissions, Clock clock) {
    this.pages = pages;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** The page, with the defaults if nobody described it. */
  public Page get(Visitor visitor) {
    permissions.requireReader(visitor);
    return pages.of(visitor.organization());
  }

  /** The page, for whatever is sent about it. */
  public Page of(OrganizationId organization) {
    return pages.of(organization);
  }

  /** The page of an organization that said nothing of it. */
  public Page usual(OrganizationId organization) {
    return pages.usual(organization);
  }

  /** Describes the page anew. */
  @Transactional
  public Page replace(PageDescription wanted, IfMatch condition, Visitor visitor) {
    permissions.requireAdministrator(visitor);
    condition.require(pages.lock(visitor.organization()));
    return pages.put(visitor.organization(), wanted, clock.instant());
  }
}
