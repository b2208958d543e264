package com.faultmaven.cases;

import com.faultmaven.kernel.UserId;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All cases, for those who change them. */
interface Cases extends Repository<Case, CaseId> {

  void delete(Case theCase);

  void flush();

  /**
   * The case of that organization if this user owns it or shares in it, locked until the
   * transaction ends.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select c from Case c where c.id = :id and c.organizationId = :organization and (c.owner = :user
      or exists (select 1 from Participant p where p.id.caseId = :id and p.id.userId = :userId))
      """)
  Optional<Case> findLocked(CaseId id, String organization, UserId user, String userId);
}
