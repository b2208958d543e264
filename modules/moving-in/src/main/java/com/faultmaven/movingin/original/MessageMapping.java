package com.faultmaven.movingin.original;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Text;
import com.faultmaven.messages.MessageId;
import com.faultmaven.messages.MessageRole;
import com.faultmaven.messages.importing.ImportedMessage;
import com.faultmaven.movingin.original.Remark.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a row of the original's table of messages means here. */
final class MessageMapping {

  private static final int LONGEST = 50_000;
  private static final int LONGEST_WORD = 100;
  private static final int LARGEST_JSON = 1 << 20;
  private static final int BYTES_OF_ID = 8;

  private static final Pattern ID = Pattern.compile("msg_[a-f0-9]{16}");

  private final Limits limits;
  private final Texts texts;
  private final Consumer<Remark> remarks;

  MessageMapping(Limits limits, Consumer<Remark> remarks) {
    this.limits = limits;
    this.texts = new Texts(limits.cut());
    this.remarks = remarks;
  }

  static Columns columns(Dialect dialect, Tables tables) {
    int content = LONGEST * Texts.MOST_BYTES;
    return new Columns(dialect, tables, "case_messages")
        .with("case_id", LONGEST_WORD)
        .with("message_id", LONGEST_WORD)
        .with("role", LONGEST_WORD)
        .with("content", content)
        .withHead("content", content, LONGEST)
        .with("metadata", LARGEST_JSON)
        .with("timestamp", LONGEST_WORD)
        .with("created_at", LONGEST_WORD);
  }

  ImportedMessage map(CaseId caseId, String id, int turn, Row row)
      throws SQLException, UnusableValue {
    MessageRole role = role(row.required("role"));
    String content = texts.read(row, "content", LONGEST, why -> changed(id, caseId, why));
    if (content == null || Text.isBlank(content)) {
      throw UnusableValue.of("content", "blank", "It says nothing.");
    }
    return new ImportedMessage(
        id(id, caseId),
        caseId,
        turn,
        role,
        content,
        StorableJson.object("metadata", row.text("metadata")),
        time(row));
  }

  private static MessageRole role(String word) throws UnusableValue {
    for (MessageRole role : MessageRole.values()) {
      if (role.word().equals(word.toLowerCase(Locale.ROOT))) {
        return role;
      }
    }
    throw UnusableValue.of("role", "unknown", "It is none of user, assistant and system.");
  }

  /** Nobody has ever seen the ids of messages, so one of another form is replaced. */
  private MessageId id(String id, CaseId caseId) {
    if (ID.matcher(id).matches()) {
      return new MessageId(id);
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest((caseId + " " + id).getBytes(UTF_8));
      MessageId made = new MessageId("msg_" + HexFormat.of().formatHex(hash, 0, BYTES_OF_ID));
      remarks.accept(
          Remark.changed(
              Kind.MESSAGE, id, caseId.value(), "message_id", "form", "It is " + made + " now."));
      return made;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Instant time(Row row) throws SQLException, UnusableValue {
    @Nullable Instant said = row.time("timestamp");
    @Nullable Instant at = said == null ? row.time("created_at") : said;
    if (at == null) {
      throw UnusableValue.of("timestamp", "missing", "There is none.");
    }
    return Timestamps.plausible("timestamp", at, limits.now());
  }

  private void changed(String id, CaseId caseId, UnusableValue why) {
    remarks.accept(Remark.changed(Kind.MESSAGE, id, caseId.value(), why.field, "cut", why.detail));
  }
}
