package com.faultmaven.cleanapp;

import com.faultmaven.kernel.Caller;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.ReportNumbers;
import com.faultmaven.reports.ReportNumbers.Numbered;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the reports whose numbers were sent, if the caller may read them. */
@Component
class SentSeqs {

  static final int MOST = 500;

  private static final int MOST_NAMED = 50;

  private final ReportNumbers reports;

  SentSeqs(ReportNumbers reports) {
    this.reports = reports;
  }

  /**
   * Finds all of them, in their order.
   *
   * @throws Refused naming those there are not
   */
  List<ReportId> require(List<Long> seqs, Caller caller) {
    Map<Integer, Numbered> found = find(seqs, Reader.of(caller));
    String unknown =
        seqs.stream()
            .filter(seq -> !found.containsKey(seq.intValue()) || !isNumber(seq))
            .limit(MOST_NAMED)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw Refused.because("unknown reports: " + unknown);
    }
    return seqs.stream()
        .map(seq -> Objects.requireNonNull(found.get(seq.intValue())).id())
        .toList();
  }

  Optional<Numbered> find(int seq, Reader reader) {
    return Optional.ofNullable(reports.find(List.of(seq), reader).get(seq));
  }

  private Map<Integer, Numbered> find(List<Long> seqs, Reader reader) {
    return reports.find(
        seqs.stream().filter(SentSeqs::isNumber).map(Long::intValue).toList(), reader);
  }

  private static boolean isNumber(long seq) {
    return seq > 0 && seq <= Integer.MAX_VALUE;
  }
}
