package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.Refusal;

/** Another organization of the installation has the slug. */
final class SlugTaken extends Refusal {

  SlugTaken(String slug) {
    super(OrganizationProblem.SLUG_TAKEN, "The slug " + shown(slug) + " is taken.");
  }
}
