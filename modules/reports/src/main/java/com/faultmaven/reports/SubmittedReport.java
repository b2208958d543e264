package com.faultmaven.reports;

/**
 * What became of a report that was submitted.
 *
 * @param created whether it is new; else it is the one that was there under this name
 */
public record SubmittedReport(Report report, boolean created) {}
