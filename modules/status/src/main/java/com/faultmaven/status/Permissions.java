package com.faultmaven.status;

import com.faultmaven.kernel.Caller;
import java.util.Collections;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may read and publish the status of an organization. */
@Component
public class Permissions {

  private static final Set<String> ADMINISTER = Set.of("owner", "admin");

  private final StatusProperties properties;
  private final Pages pages;

  Permissions(StatusProperties properties, Pages pages) {
    this.properties = properties;
    this.pages = pages;
  }

  /** Members read; so does everybody whose organization has a public page. */
  void requireReader(Visitor visitor) {
    if (visitor.caller() == null
        && !properties.isOpen(visitor.organization())
        && !pages.of(visitor.organization()).isPublic()) {
      throw Denied.withoutName();
    }
  }

  void requireWriter(Visitor visitor) {
    Caller caller = visitor.caller();
    if (caller == null) {
      if (!properties.isOpen(visitor.organization())) {
        throw Denied.withoutName();
      }
    } else if (Collections.disjoint(properties.writers(), caller.roles())
        && !administersOrganization(caller)) {
      throw Denied.toWrite();
    }
  }

  Caller requireAdministrator(Visitor visitor) {
    Caller caller = requireNamed(visitor);
    if (!isAdministrator(caller)) {
      throw Denied.toAdminister();
    }
    return caller;
  }

  /** Whether somebody administers the installation, or the organization they act for. */
  public boolean isAdministrator(Caller caller) {
    return caller.isAdmin() || administersOrganization(caller);
  }

  /** Open organizations or not: this is nothing for people without a name. */
  public Caller requireNamed(Visitor visitor) {
    if (visitor.caller() == null) {
      throw Denied.withoutName();
    }
    return visitor.caller();
  }

  private static boolean administersOrganization(Caller caller) {
    return caller.organizationRole() != null && ADMINISTER.contains(caller.organizationRole());
  }
}
