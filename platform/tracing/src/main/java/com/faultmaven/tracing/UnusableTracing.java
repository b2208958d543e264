package com.faultmaven.tracing;

/** An address to which no span can be sent. */
final class UnusableTracing extends RuntimeException {

  UnusableTracing(String setting, String value) {
    super(setting + " is \"" + value + "\", which is not the address of a collector.");
  }
}
