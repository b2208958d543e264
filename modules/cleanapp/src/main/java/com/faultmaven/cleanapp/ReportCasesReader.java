package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.cleanapp.v4.model.CaseSummary;
import com.faultmaven.contracts.cleanapp.v4.model.ReportCases;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.Text;
import com.faultmaven.reports.CasesOfReports;
import com.faultmaven.reports.Reader;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The cases of a report, as far as the caller may read them. */
@Component
class ReportCasesReader {

  static final String REQUIRED = "seq is required";

  private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]{0,9}");

  private final SentSeqs seqs;
  private final CasesOfReports cases;
  private final CaseSummaries summaries;

  ReportCasesReader(SentSeqs seqs, CasesOfReports cases, CaseSummaries summaries) {
    this.seqs = seqs;
    this.cases = cases;
    this.summaries = summaries;
  }

  ReportCases of(String sent) {
    int seq = number(Text.trim(sent));
    return new ReportCases()
        .seq(seq)
        .cases(Caller.isKnown() ? of(seq, Caller.current()) : List.of());
  }

  private List<CaseSummary> of(int seq, Caller caller) {
    List<CaseId> ids =
        seqs.find(seq, Reader.of(caller)).stream()
            .flatMap(report -> cases.of(report.id(), caller).stream())
            .map(it -> it.about().id())
            .toList();
    return summaries.of(ids, caller);
  }

  private static int number(String sent) {
    if (sent.isEmpty()) {
      throw Refused.because(REQUIRED);
    }
    if (sent.length() <= 20 && NUMBER.matcher(sent).matches()) {
      long number = Long.parseLong(sent);
      if (number <= Integer.MAX_VALUE) {
        return (int) number;
      }
    }
    throw Refused.because("seq must be a positive integer");
  }
}
