package com.faultmaven.cases;

/** What a case is called, and how far the work on it has got. */
public record CaseTitle(CaseId id, String title, CaseStatus status) {}
