package com.faultmaven.web.identity;

/** Who says for which organization a caller acts. */
enum OrganizationSource {
  /** The gateway, in {@code X-Organization-ID}. */
  HEADER,
  /** The token. */
  CLAIM,
  /** Nobody: everybody acts for the default one. */
  NONE
}
