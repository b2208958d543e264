package com.faultmaven.cases;

/**
 * The client's session a case belongs to.
 *
 * @param value free text of at most 100 characters, may be empty
 */
public record SessionId(String value) {}
