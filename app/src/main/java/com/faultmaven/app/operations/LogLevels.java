package com.faultmaven.app.operations;

import java.util.Locale;
import org.springframework.boot.logging.LogLevel;

/** LOG_LEVEL in Python's words or Java's. */
class LogLevels {

  private LogLevels() {}

  static String ours(String level) {
    return parse(level).name();
  }

  /** Libraries say no more than INFO, whatever we are asked to say. */
  static String others(String level) {
    LogLevel ours = parse(level);
    return (ours.compareTo(LogLevel.INFO) < 0 ? LogLevel.INFO : ours).name();
  }

  private static LogLevel parse(String level) {
    return switch (level.strip().toUpperCase(Locale.ROOT)) {
      case "TRACE" -> LogLevel.TRACE;
      case "DEBUG" -> LogLevel.DEBUG;
      case "INFO" -> LogLevel.INFO;
      case "WARN", "WARNING" -> LogLevel.WARN;
      case "ERROR", "CRITICAL", "FATAL" -> LogLevel.ERROR;
      case "OFF" -> LogLevel.OFF;
      default -> throw UnusableSettings.unknownLogLevel(level);
    };
  }
}
