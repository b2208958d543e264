package com.faultmaven.web.identity;

/** Where the accounts of users are kept. */
enum DirectoryPlace {
  /** Here alone. */
  LOCAL,
  /** In another service, which tells whom it has deleted. */
  EXTERNAL
}
