package com.faultmaven.database.embedded;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.util.FileSystemUtils;

/** Backs the embedded database up, whether or not it runs, and restores it where none is. */
final class Copies {

  private static final int PORT_LINE = 3;

  private Copies() {}

  /**
   * Runs one of both.
   *
   * @param arguments {@code backup} or {@code restore}, the file, the directory of the data
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path file = Path.of(arguments[1]);
    Path directory = Path.of(arguments[2]);
    try {
      if (arguments[0].equals("backup")) {
        backup(directory, file);
      } else {
        restore(file, directory);
      }
    } catch (UnusableDirectory unusable) {
      System.err.println(unusable.getMessage() + "\n" + unusable.action);
      System.exit(1);
    }
  }

  /** A file of that name is a complete backup, and stays what it is. */
  static void backup(Path directory, Path file) throws IOException, SQLException {
    Path data = directory.toRealPath();
    Path cluster = data.resolve(DataDirectory.CLUSTER);
    if (Files.exists(file)) {
      throw UnusableDirectory.fileExists(file);
    }
    if (!Files.exists(cluster.resolve("PG_VERSION"))) {
      throw UnusableDirectory.nothingThere(directory);
    }
    if (new Postmaster(cluster).process().isPresent()) {
      write(data, url(cluster), file);
    } else {
      try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
        write(data, database.getJdbcUrl(), file);
      }
    }
  }

  private static void write(Path data, String url, Path file) throws IOException, SQLException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    List<Path> beside = DataDirectory.filesBeside(data);
    try (Connection server = DriverManager.getConnection(url, "postgres", "")) {
      try (OutputStream to = Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW)) {
        DataDirectory.closeToOthers(partial);
        ClusterCopy.write(data.resolve(DataDirectory.CLUSTER), beside, server, to);
      }
      Files.move(partial, file);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static String url(Path cluster) throws IOException {
    List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
    return "jdbc:postgresql://localhost:" + lines.get(PORT_LINE).strip() + "/postgres";
  }

  /** Starts the database once, so that it is whole, or leaves nothing where it would be. */
  static void restore(Path file, Path directory) throws IOException {
    Path cluster = directory.resolve(DataDirectory.CLUSTER);
    if (Files.exists(cluster)) {
      throw UnusableDirectory.dataThere(directory);
    }
    Path restoring = directory.resolve("restoring");
    FileSystemUtils.deleteRecursively(restoring);
    DataDirectory.createForOwner(restoring);
    Path copy = restoring.resolve(DataDirectory.CLUSTER);
    unpack(file, copy);
    List<Path> beside = besideOf(copy, directory, restoring.resolve(ClusterCopy.BESIDE));
    EmbeddedDatabase.recover(restoring).close();
    for (Path each : beside) {
      Files.move(each, directory.resolve(each.getFileName()), REPLACE_EXISTING);
    }
    Files.move(copy, cluster);
    FileSystemUtils.deleteRecursively(restoring);
  }

  /** Takes what others kept with the cluster out of the copy; what is there is not replaced. */
  private static List<Path> besideOf(Path copy, Path directory, Path to) throws IOException {
    Path packed = copy.resolve(ClusterCopy.BESIDE);
    if (!Files.exists(packed)) {
      return List.of();
    }
    Files.move(packed, to);
    List<Path> files = DataDirectory.filesBeside(to);
    for (Path file : files) {
      DataDirectory.closeToOthers(file);
      Path there = directory.resolve(file.getFileName());
      if (Files.exists(there) && Files.mismatch(file, there) >= 0) {
        throw UnusableDirectory.dataThere(directory);
      }
    }
    return files;
  }

  private static void unpack(Path file, Path to) throws IOException {
    DataDirectory.createForOwner(to);
    try (ZipInputStream archive = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry next = archive.getNextEntry(); next != null; next = archive.getNextEntry()) {
        Path place = to.resolve(next.getName()).normalize();
        Path folder = place.getParent();
        if (folder == null || !place.startsWith(to.normalize())) {
          throw UnusableDirectory.noBackup(file);
        }
        if (next.isDirectory()) {
          DataDirectory.createForOwner(place);
        } else {
          DataDirectory.createForOwner(folder);
          Files.copy(archive, place);
        }
      }
    }
    if (!Files.exists(to.resolve("backup_label"))) {
      throw UnusableDirectory.noBackup(file);
    }
  }
}
