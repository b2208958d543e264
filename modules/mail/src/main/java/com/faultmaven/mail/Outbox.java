package com.faultmaven.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A folder with a file for each mail, to be opened with a mail program. A file is whole or absent.
 */
final class Outbox implements WayOut {

  private final Path folder;

  Outbox(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public HandOver handOver(MailKey key, String to, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      Path beside = folder.resolve(key + ".eml.part");
      try (FileChannel file =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          file.write(left);
        }
        file.force(true);
      }
      Files.move(beside, file(key), StandardCopyOption.ATOMIC_MOVE);
      return new HandOver.Accepted();
    } catch (IOException unwritable) {
      return new HandOver.PutOff(
          "the outbox cannot be written: " + unwritable.getClass().getName());
    }
  }

  @Override
  public Boolean hasLeft(MailKey key) {
    return Files.exists(file(key));
  }

  @Override
  public void forget(MailKey key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }

  private Path file(MailKey key) {
    return folder.resolve(key + ".eml");
  }
}
