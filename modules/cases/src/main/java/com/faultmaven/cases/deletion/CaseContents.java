package com.faultmaven.cases.deletion;

import com.faultmaven.cases.CaseId;
import java.util.Collection;
import org.springframework.modulith.NamedInterface;

/**
 * What one module keeps of cases, without a bound on how much. After cases are deleted, every bean
 * of this type is asked, again and again, until nothing is left; until then their ids are not used
 * again.
 */
@NamedInterface("deletion")
public interface CaseContents {

  /**
   * Deletes some of what is left of deleted cases, within the transaction of the caller; may be
   * repeated.
   *
   * @param most how many rows
   * @return how many were deleted; none only if nothing is left
   */
  int deleteSome(Collection<CaseId> ids, int most);
}
