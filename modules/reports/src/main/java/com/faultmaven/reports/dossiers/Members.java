package com.faultmaven.reports.dossiers;

/** SQL for a case and all that show with it. */
final class Members {

  /** The table {@code members} of the ids, of {@code :case} and what is merged into it. */
  static final String WITH =
      """
      with recursive members (case_id) as (
        select :case::varchar
        union
        select m.source_case_id from reports.merges m join members on m.target_case_id = members.case_id)
      """;

  private Members() {}
}
