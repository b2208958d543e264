package com.faultmaven.database.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a running server in one archive, as they are at one moment: what changes while they
 * are read is made good from the log of writes, which is added at the end. It needs none of
 * PostgreSQL's client programs, which the embedded one lacks.
 */
final class ClusterCopy {

  /** The folder of files that are kept with the cluster; PostgreSQL has none of that name. */
  static final String BESIDE = "beside";

  private static final String WAL = "pg_wal";
  private static final Pattern FIRST_SEGMENT = Pattern.compile("\\(file ([0-9A-F]{24})\\)");

  /** Belongs to the process that runs, or is made anew; the directories stay. */
  private static final Set<String> EMPTIED =
      Set.of(
          WAL,
          "pg_dynshmem",
          "pg_notify",
          "pg_replslot",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

  private final Path cluster;
  private final ZipOutputStream archive;

  private ClusterCopy(Path cluster, ZipOutputStream archive) {
    this.cluster = cluster;
    this.archive = archive;
  }

  /**
   * Writes it.
   *
   * @param beside files that are kept with it
   * @throws IOException if a file cannot be read, or more was written meanwhile than PostgreSQL
   *     keeps
   */
  static void write(Path cluster, List<Path> beside, Connection server, OutputStream to)
      throws IOException, SQLException {
    try (Statement statement = server.createStatement();
        ZipOutputStream archive = new ZipOutputStream(to)) {
      statement.execute("select pg_backup_start('embedded', true)");
      ClusterCopy copy = new ClusterCopy(cluster, archive);
      copy.addFiles();
      for (Path file : beside) {
        copy.add(file, BESIDE + "/" + file.getFileName());
      }
      try (ResultSet label =
          statement.executeQuery(
              "select labelfile from pg_backup_stop(wait_for_archive => false)")) {
        label.next();
        copy.addWrites(label.getString(1));
      }
    }
  }

  private void addFiles() throws IOException {
    try (Stream<Path> files = Files.walk(cluster)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path name = cluster.relativize(file);
        if (Files.isDirectory(file)) {
          addDirectory(name);
        } else if (!isLeftOut(name)) {
          add(name);
        }
      }
    }
  }

  private static boolean isLeftOut(Path name) {
    return EMPTIED.contains(name.getName(0).toString())
        || LEFT_OUT.contains(name.toString())
        || name.getFileName().toString().startsWith("pgsql_tmp");
  }

  /** The label says from which write on the copy is to be made good. */
  private void addWrites(String label) throws IOException {
    Matcher first = FIRST_SEGMENT.matcher(label);
    if (!first.find()) {
      throw new IOException("PostgreSQL does not say where the backup begins.");
    }
    List<Path> segments;
    try (Stream<Path> files = Files.list(cluster.resolve(WAL))) {
      segments = files.filter(Files::isRegularFile).sorted().toList();
    }
    if (segments.stream().noneMatch(it -> it.endsWith(first.group(1)))) {
      throw new IOException("Too much was written meanwhile. Try again.");
    }
    for (Path segment : segments) {
      add(cluster.relativize(segment));
    }
    archive.putNextEntry(new ZipEntry("backup_label"));
    archive.write(label.getBytes(UTF_8));
    archive.closeEntry();
  }

  private void addDirectory(Path name) throws IOException {
    if (!name.toString().isEmpty()) {
      archive.putNextEntry(new ZipEntry(entry(name) + "/"));
      archive.closeEntry();
    }
  }

  private void add(Path name) throws IOException {
    add(cluster.resolve(name), entry(name));
  }

  private void add(Path file, String entry) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      archive.putNextEntry(new ZipEntry(entry));
      content.transferTo(archive);
      archive.closeEntry();
    } catch (NoSuchFileException dropped) {
      // a table that is gone, which the log of writes says as well
      return;
    }
  }

  private static String entry(Path name) {
    return name.toString().replace('\\', '/');
  }
}
