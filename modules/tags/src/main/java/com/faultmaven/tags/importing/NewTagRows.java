package com.faultmaven.tags.importing;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.TagNames;
import com.faultmaven.database.CopiedRows;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.util.List;
import javax.sql.DataSource;

/** Tags of cases that are not here yet. */
public final class NewTagRows {

  private final CopiedRows rows;

  NewTagRows(DataSource database) {
    rows =
        new CopiedRows(
            database,
            "tags.case_tags",
            "case_id",
            "key",
            "name",
            "owner_id",
            "position",
            "organization_id");
  }

  /** Adds the tags of a case. */
  public void add(CaseId id, UserId owner, OrganizationId organization, TagNames names) {
    List<String> keys = names.keys();
    for (int position = 0; position < keys.size(); position++) {
      rows.add(id, keys.get(position), names.values().get(position), owner, position, organization);
    }
  }

  /** Sends what is kept back. */
  public void flush() {
    rows.flush();
  }
}
