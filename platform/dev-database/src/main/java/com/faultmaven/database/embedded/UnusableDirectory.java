package com.faultmaven.database.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Why there is no database in the directory it was to be in, and what its owner can do. */
class UnusableDirectory extends RuntimeException {

  final String action;

  private UnusableDirectory(String message, String action) {
    super(message);
    this.action = action;
  }

  static UnusableDirectory directoryInUse(Path directory, String pid) {
    return new UnusableDirectory(
        "The data directory "
            + directory
            + " is in use by a running application (process "
            + pid
            + ").",
        "Stop that one, or give this one a directory of its own"
            + " (faultmaven.embedded-database.directory) or a database (DATABASE_URL).");
  }

  static UnusableDirectory fileExists(Path file) {
    return new UnusableDirectory(
        file + " is there already.", "Name a new file: a backup replaces nothing.");
  }

  static UnusableDirectory nothingThere(Path directory) {
    return new UnusableDirectory(
        "There is no database in " + directory + ".", "Name the directory of its data.");
  }

  static UnusableDirectory dataThere(Path directory) {
    return new UnusableDirectory(
        "There is a database in " + directory + " already.",
        "Move it away, or name another directory: nothing is replaced.");
  }

  static UnusableDirectory noBackup(Path file) {
    return new UnusableDirectory(
        file + " is no backup of an embedded database.",
        "A file of pg_dump is restored by bin/faultmaven restore.");
  }

  static UnusableDirectory otherVersion(Path directory, String found, String needed) {
    return new UnusableDirectory(
        "The data directory %s was written by PostgreSQL %s; this application brings PostgreSQL %s."
            .formatted(directory, found, needed),
        "Dump it with PostgreSQL %s and load it into a new directory, or go back to the application that wrote it."
            .formatted(found));
  }

  static UnusableDirectory doesNotStart(Path directory, Path log, Exception cause) {
    return new UnusableDirectory(
        "The PostgreSQL in " + directory + " does not start: " + cause.getMessage() + ".",
        "Read what it says itself in " + log + ". No data was deleted.");
  }

  static UnusableDirectory noAccess(Path directory, IOException cause) {
    return new UnusableDirectory(
        "The data directory " + directory.toAbsolutePath() + " cannot be used: " + cause + ".",
        "Make it writable for the user the application runs as, or name another one"
            + " (faultmaven.embedded-database.directory) or a database (DATABASE_URL).");
  }
}
