package com.faultmaven.app.operations;

class UnknownLogLevel extends RuntimeException {

  UnknownLogLevel(String level) {
    super("LOG_LEVEL is \"" + level + "\", which is no log level.");
  }
}
