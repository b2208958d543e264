package com.faultmaven.web.identity;

import com.faultmaven.kernel.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;

/**
 * For which organization somebody with a token of this installation acts: the header comes before
 * the claim, and whether they belong to it is asked afterwards in any case.
 */
record NamedOrganization(OrganizationSource source) {

  OrganizationId of(HttpServletRequest request, OrganizationId claimed) {
    return switch (source) {
      case HEADER ->
          SentHeader.of(request, "X-Organization-ID")
              .singleName()
              .map(OrganizationId::new)
              .orElse(claimed);
      case CLAIM -> claimed;
      case NONE -> OrganizationId.DEFAULT;
    };
  }
}
