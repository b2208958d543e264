package com.faultmaven.casesv1;

import com.faultmaven.cases.CaseEdit;
import com.faultmaven.cases.v1.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a PUT changes; null leaves a thing as it is. */
record Overwrite(CaseEdit edit, @Nullable Standing standing, @Nullable List<String> tags) {

  static Overwrite of(V1Status status) {
    return new Overwrite(new CaseEdit(null, null, null, null, null, null), status.standing(), null);
  }
}
