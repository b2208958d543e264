package com.faultmaven.reports.web;

import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.Violation;
import com.faultmaven.reports.ImportedReport;
import com.faultmaven.reports.NewReport;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.ReportStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an imported report has from elsewhere, and what is wrong with it. */
final class BroughtMembers {

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final List<Violation> errors = new ArrayList<>();
  private final @Nullable Integer seq;
  private final @Nullable ReportId id;
  private final @Nullable ReportStatus status;
  private final @Nullable UserId reporter;
  private final @Nullable Instant createdAt;

  private BroughtMembers(ObjectNode report) {
    seq = read(report, "seq", "a whole number from 1 to 2,147,483,647", BroughtMembers::seq);
    id = read(report, "report_id", "rep_ and 16 hexadecimal digits", BroughtMembers::id);
    status = read(report, "status", "active, resolved or rejected", BroughtMembers::status);
    reporter = read(report, "reporter_id", "the id of a user", BroughtMembers::user);
    createdAt = read(report, "created_at", "a time from 1970 on", BroughtMembers::moment);
  }

  /** Takes them out of a report, which is like any other without them. */
  static BroughtMembers takenFrom(ObjectNode report) {
    return new BroughtMembers(report);
  }

  /** What is wrong with them, and what is wrong beside. */
  List<Violation> and(List<Violation> others) {
    List<Violation> all = new ArrayList<>(errors);
    all.addAll(others);
    return all;
  }

  ImportedReport with(NewReport report) {
    return new ImportedReport(
        report, seq, id, status == null ? ReportStatus.ACTIVE : status, reporter, createdAt);
  }

  private <T> @Nullable T read(
      ObjectNode report, String member, String rule, Function<JsonNode, Optional<T>> reading) {
    JsonNode sent = report.remove(member);
    if (sent == null || sent.isNull()) {
      return null;
    }
    Optional<T> value = reading.apply(sent);
    if (value.isEmpty()) {
      errors.add(
          Violation.inBody("/" + member, "invalid_format", member + " must be " + rule + "."));
    }
    return value.orElse(null);
  }

  private static Optional<Integer> seq(JsonNode sent) {
    return sent.isIntegralNumber() && sent.canConvertToInt() && sent.intValue() >= 1
        ? Optional.of(sent.intValue())
        : Optional.empty();
  }

  private static Optional<ReportId> id(JsonNode sent) {
    return sent.isString() ? ReportId.found(sent.stringValue()) : Optional.empty();
  }

  private static Optional<ReportStatus> status(JsonNode sent) {
    return Stream.of(ReportStatus.values())
        .filter(it -> sent.isString() && it.word().equals(sent.stringValue()))
        .findFirst();
  }

  private static Optional<UserId> user(JsonNode sent) {
    return sent.isString() && Name.isValid(sent.stringValue())
        ? Optional.of(new UserId(sent.stringValue()))
        : Optional.empty();
  }

  private static Optional<Instant> moment(JsonNode sent) {
    try {
      return Optional.of(sent)
          .filter(JsonNode::isString)
          .map(it -> OffsetDateTime.parse(it.stringValue()).toInstant())
          .filter(it -> !it.isBefore(Instant.EPOCH) && it.isBefore(LAST));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
