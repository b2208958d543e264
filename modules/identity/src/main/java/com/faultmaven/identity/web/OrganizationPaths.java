package com.faultmaven.identity.web;

import com.faultmaven.identity.organizations.MemberNotFound;
import com.faultmaven.identity.organizations.OrganizationNotFound;
import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.util.regex.Pattern;

/** Ids of organizations and members: one that looks wrong is like one that does not exist. */
final class OrganizationPaths {

  private static final Pattern ORGANIZATION = Pattern.compile("org_[0-9a-f]{16}");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{3,50}");

  private OrganizationPaths() {}

  static OrganizationId organization(String sent) {
    OrganizationId id = new OrganizationId(sent);
    if (!ORGANIZATION.matcher(sent).matches()) {
      throw OrganizationNotFound.of(id);
    }
    return id;
  }

  static String slug(String sent) {
    if (!SLUG.matcher(sent).matches()) {
      throw OrganizationNotFound.called(sent);
    }
    return sent;
  }

  static UserId member(String sent) {
    UserId id = new UserId(sent);
    if (!Name.isValid(sent)) {
      throw MemberNotFound.of(id);
    }
    return id;
  }
}
