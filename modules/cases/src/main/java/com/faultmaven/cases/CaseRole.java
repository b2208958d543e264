package com.faultmaven.cases;

/** What a caller may do with a case. */
public enum CaseRole {
  OWNER,
  COLLABORATOR,
  VIEWER
}
