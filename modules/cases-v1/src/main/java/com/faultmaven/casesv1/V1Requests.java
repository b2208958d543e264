package com.faultmaven.casesv1;

import com.faultmaven.cases.CaseEdit;
import com.faultmaven.cases.Category;
import com.faultmaven.cases.Metadata;
import com.faultmaven.cases.NewCase;
import com.faultmaven.cases.SessionId;
import com.faultmaven.cases.Severity;
import com.faultmaven.cases.TagNames;
import com.faultmaven.cases.Title;
import com.faultmaven.kernel.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what v1's clients send, explicit nulls and all, into the words of the domain. */
final class V1Requests {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DESCRIPTION = 10_000;
  private static final int LONGEST_SESSION = 100;

  private V1Requests() {}

  static NewCase newCase(JsonNode json) {
    BodyReader body = new BodyReader(json);
    String title = body.trimmedLine("title", LONGEST_TITLE);
    String description = body.text("description", LONGEST_DESCRIPTION);
    String session = body.line("session_id", LONGEST_SESSION);
    Severity severity = body.word("severity", Severity.class, false);
    Category category = body.word("category", Category.class, false);
    Map<String, @Nullable Object> metadata = body.object("metadata", false);
    List<String> tags = body.tags("tags", false);
    body.finish();
    List<String> written = tags == null ? List.of() : tags;
    return new NewCase(
        title == null || Text.isBlank(title) ? null : new Title(title),
        description == null ? "" : description,
        session == null ? null : new SessionId(session),
        severity == null ? Severity.MEDIUM : severity,
        category == null ? Category.OTHER : category,
        metadata == null ? Metadata.EMPTY : Metadata.of(metadata),
        names(written),
        asWritten(written),
        null);
  }

  static Overwrite overwrite(JsonNode json) {
    BodyReader body = new BodyReader(json);
    String title = body.trimmedLine("title", LONGEST_TITLE);
    String description = body.text("description", LONGEST_DESCRIPTION);
    V1Status status = body.word("status", V1Status.class, true);
    Severity severity = body.word("severity", Severity.class, true);
    Category category = body.word("category", Category.class, true);
    Map<String, @Nullable Object> metadata = body.object("metadata", true);
    List<String> tags = body.tags("tags", true);
    body.finish();
    return new Overwrite(
        new CaseEdit(
            title == null ? null : new Title(title),
            description,
            severity,
            category,
            null,
            metadata == null ? null : before -> before.replacedBy(metadata)),
        status == null ? null : status.standing(),
        tags);
  }

  static V1Status status(JsonNode json) {
    BodyReader body = new BodyReader(json);
    body.require("status");
    V1Status status = body.word("status", V1Status.class, false);
    body.finish();
    if (status == null) {
      throw new IllegalStateException("a status that is missing or wrong has been refused");
    }
    return status;
  }

  /** The set v2 sees in tags of v1, which may repeat themselves and may be blank. */
  static TagNames names(List<String> written) {
    return new TagNames(written.stream().filter(tag -> !Text.isBlank(tag)).toList());
  }

  /** What to remember beside the names: null if they are the same. */
  static @Nullable List<String> asWritten(List<String> written) {
    return names(written).values().equals(written) ? null : written;
  }
}
