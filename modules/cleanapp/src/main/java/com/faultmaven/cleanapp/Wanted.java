package com.faultmaven.cleanapp;

import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.Title;
import com.faultmaven.escalations.TargetDetails;
import com.faultmaven.kernel.Text;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.dossiers.Dossier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case is to be opened with, or what is to be added to one.
 *
 * @param status null for the one it begins with
 * @param anchor the number of the report that stands for it; 0 for none
 * @param cluster what is said of the cluster; null if nothing is
 * @param existing the case to add to; empty for none
 */
record Wanted(
    Title title,
    String type,
    @Nullable CaseStatus status,
    String classification,
    String summary,
    String notes,
    @Nullable SentGeometry geometry,
    int anchor,
    List<Long> seqs,
    @Nullable SaidOfCluster cluster,
    List<TargetDetails> targets,
    String existing,
    boolean fresh) {

  private static final int LONGEST_SUMMARY = 10_000;
  private static final int LONGEST_NOTES = 4_000;
  private static final int LONGEST_WORD = 64;
  private static final int LONGEST_TITLE = 1_000;

  /**
   * What a client says of a cluster.
   *
   * @param stats JSON, or null
   * @param analysis JSON, or null
   */
  record SaidOfCluster(
      String source, String summary, @Nullable String stats, @Nullable String analysis) {

    private static final int LONGEST_SUMMARY = 4_000;
    private static final int MOST_BYTES = 256 * 1024;

    private static @Nullable SaidOfCluster in(SentJson body, @Nullable SentGeometry geometry) {
      SaidOfCluster said =
          new SaidOfCluster(
              Lines.orElse(body.line("cluster_source_type", LONGEST_WORD), "geometry"),
              body.text("cluster_summary", LONGEST_SUMMARY),
              body.json("cluster_stats", MOST_BYTES),
              body.json("cluster_analysis", MOST_BYTES));
      boolean something =
          geometry != null
              || !said.summary.isEmpty()
              || said.stats != null
              || said.analysis != null;
      return something ? said : null;
    }
  }

  static Wanted in(SentJson body) {
    String title = Text.trim(body.text("title", LONGEST_TITLE));
    if (title.isEmpty()) {
      throw Refused.because("title is required");
    }
    if (Lines.areBroken(title)) {
      throw Refused.because("title must have no control characters");
    }
    SentGeometry geometry = SentGeometry.in(body);
    String status = body.text("status", LONGEST_TITLE);
    return new Wanted(
        new Title(title),
        Kinds.type(body, Dossier.INCIDENT),
        Text.isBlank(status) ? null : Statuses.of(status),
        Kinds.classification(body, Analysis.PHYSICAL),
        body.text("summary", LONGEST_SUMMARY),
        body.text("uncertainty_notes", LONGEST_NOTES),
        geometry,
        Math.max(0, body.integer("anchor_report_seq")),
        body.numbers("report_seqs", SentSeqs.MOST),
        SaidOfCluster.in(body, geometry),
        SentTargets.in(body),
        body.text("existing_case_id", LONGEST_TITLE),
        body.flag("force_new_case"));
  }
}
