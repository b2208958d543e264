package com.faultmaven.movingin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.cases.importing.ImportedCase;
import com.faultmaven.cases.importing.ImportedCase.Move;
import com.faultmaven.cases.importing.ImportedCase.Times;
import com.faultmaven.messages.importing.ImportedMessage;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is the same for a case of the source and the same case here, and for no two that differ. */
final class Fingerprint {

  private static final byte[] ABSENT = {0};

  private final MessageDigest digest;

  /** Of a case that has no messages yet. */
  Fingerprint(ImportedCase of, List<String> tagNames) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
    add(of.id(), of.owner(), of.organization(), of.session(), of.title(), of.description());
    add(of.status(), of.severity(), of.category(), CanonicalJson.of(of.metadata()));
    add(of.tags().toArray());
    add(tagNames.toArray());
    Times times = of.times();
    add(times.created(), times.updated(), times.resolved(), times.closed(), times.archived());
    for (Move move : of.moves()) {
      add(move.from(), move.to(), move.reason(), move.at());
    }
  }

  /** The next message. */
  void add(ImportedMessage message) {
    add(
        message.id(),
        message.turn(),
        message.role(),
        message.content(),
        CanonicalJson.of(message.metadata()),
        message.at());
  }

  /** With what nothing can be added any more. */
  byte[] end() {
    return digest.digest();
  }

  /** The sum of these over many cases is that of the same cases in any order. */
  static long sum(byte[] fingerprint) {
    return ByteBuffer.wrap(fingerprint).getLong();
  }

  private void add(@Nullable Object... values) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(values.length).flip());
    for (Object value : values) {
      if (value == null) {
        digest.update(ABSENT);
      } else {
        byte[] bytes = value.toString().getBytes(UTF_8);
        digest.update((byte) 1);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
      }
    }
  }
}
