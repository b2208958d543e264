package com.faultmaven.bench.data;

import com.faultmaven.cases.search.SearchDocument;
import com.faultmaven.cases.search.SearchDocument.Field;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A case with its messages, as it is stored. */
record CaseRow(
    String id,
    String owner,
    Instant at,
    String title,
    String description,
    String status,
    String severity,
    String category,
    List<String> tags,
    @Nullable Instant archivedAt,
    List<String> messages) {

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final List<String> STATUSES =
      List.of("investigating", "consulting", "resolved", "closed");
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");
  private static final List<String> CATEGORIES =
      List.of("performance", "error", "configuration", "infrastructure", "security", "other");
  private static final int TAGS = 300;

  static CaseRow of(DataSet data, int number) {
    SplittableRandom random = DataSet.random(number, 3);
    Instant at = FIRST.plusSeconds(30L * number);
    // what is written must be open
    boolean readOnly = number % Cases.POOLS == 0;
    return new CaseRow(
        DataSet.id(number),
        data.owner(number),
        at,
        Texts.title(random),
        Texts.of(random, random.nextInt(10, 60)),
        STATUSES.get(readOnly ? random.nextInt(4) : (number / Cases.POOLS) % 10 == 0 ? 2 : 0),
        SEVERITIES.get(random.nextInt(4)),
        CATEGORIES.get(random.nextInt(6)),
        List.of("tag" + random.nextInt(TAGS), "team" + random.nextInt(20)),
        readOnly && random.nextInt(10) == 0 ? at.plusSeconds(3600) : null,
        IntStream.range(0, data.messages(number))
            .mapToObj(_ -> Texts.of(random, random.nextInt(10, 60)))
            .toList());
  }

  Instant messageAt(int turn) {
    return at.plusSeconds(40L * turn);
  }

  Instant updatedAt() {
    return messageAt(messages.size());
  }

  /** What a search looks through of the case itself. */
  String document() {
    SearchDocument document =
        SearchDocument.ownedBy(owner).add(Field.TITLE, title).add(Field.TEXT, description);
    tags.forEach(tag -> document.add(Field.TAGS, tag));
    return document.text();
  }

  /** What it looks through of one message. */
  String document(String message) {
    return SearchDocument.ownedBy(owner).add(Field.TEXT, message).text();
  }
}
