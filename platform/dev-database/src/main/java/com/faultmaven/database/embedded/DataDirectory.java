package com.faultmaven.database.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;

/**
 * What the embedded PostgreSQL has on disk, and the lock that says which process may touch it: for
 * as long as that process lives, and not a moment longer.
 */
class DataDirectory implements AutoCloseable {

  /** Where the files of the server are in it. */
  static final String CLUSTER = "postgresql";

  private static final Set<String> OWN_FILES = Set.of("lock", "postgresql.log", "unfinished");
  private static final long LARGEST_BESIDE = 64 << 10;

  /** POSIX drops a process's lock when it closes any channel on the file, so ask here first. */
  private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

  final Path cluster;
  final Path binaries;
  final Path log;
  private final Path path;
  private final Path unfinished;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
    this.cluster = path.resolve(CLUSTER);
    this.binaries = path.resolve("binaries");
    this.log = path.resolve("postgresql.log");
    this.unfinished = path.resolve("unfinished");
  }

  /** Takes the directory for this process, or fails at once if somebody has it. */
  static DataDirectory claim(Path directory) throws IOException {
    Path path = createForOwner(directory).toRealPath();
    if (!CLAIMED.add(path)) {
      throw UnusableDirectory.directoryInUse(path, Long.toString(ProcessHandle.current().pid()));
    }
    FileChannel lock = FileChannel.open(path.resolve("lock"), CREATE, READ, WRITE);
    if (lock.tryLock() == null) {
      CLAIMED.remove(path);
      throw UnusableDirectory.directoryInUse(path, owner(lock));
    }
    lock.truncate(0);
    lock.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())));
    return new DataDirectory(path, lock);
  }

  /** Removes what a first start that was killed half-way left; it never held any data. */
  void prepare() throws IOException {
    if (Files.exists(unfinished)) {
      FileSystemUtils.deleteRecursively(cluster);
      FileSystemUtils.deleteRecursively(binaries);
    }
    if (!Files.exists(cluster)) {
      Files.write(unfinished, new byte[0]);
    }
    createForOwner(binaries);
    Files.deleteIfExists(log);
  }

  void finished() throws IOException {
    Files.deleteIfExists(unfinished);
  }

  /** Refuses data only another major version can read. */
  void requireVersion(String needed) throws IOException {
    Path file = cluster.resolve("PG_VERSION");
    if (Files.exists(file)) {
      String found = Files.readString(file).strip();
      if (!found.equals(needed)) {
        throw UnusableDirectory.otherVersion(path, found, needed);
      }
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
    CLAIMED.remove(path);
  }

  private static String owner(FileChannel lock) {
    ByteBuffer pid = ByteBuffer.allocate(20);
    try (lock) {
      lock.read(pid, 0);
      return US_ASCII.decode(pid.flip()).toString();
    } catch (IOException windowsForbidsReadingWhatIsLocked) {
      return "unknown";
    }
  }

  /** What others keep beside the database that is nothing without it: small files. */
  static List<Path> filesBeside(Path directory) throws IOException {
    List<Path> beside = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, Files::isRegularFile)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (!OWN_FILES.contains(name) && Files.size(file) <= LARGEST_BESIDE) {
          beside.add(file);
        }
      }
    }
    return beside;
  }

  /** Lets nobody but its owner read a file. */
  static void closeToOthers(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  static Path createForOwner(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return directory;
    }
    Files.createDirectories(directory);
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
    return directory;
  }
}
