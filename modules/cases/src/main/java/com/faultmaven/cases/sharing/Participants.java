package com.faultmaven.cases.sharing;

import com.faultmaven.cases.CaseId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who shares in which case. */
interface Participants extends Repository<Participant, Participant.Id> {

  Optional<Participant> findById(Participant.Id id);

  @Query("select count(p) from Participant p where p.id.caseId = :caseId")
  long numberIn(CaseId caseId);

  @Query(
      "select p from Participant p where p.id.caseId = :caseId order by p.grantedAt, p.id.userId")
  List<Participant> allIn(CaseId caseId);

  Participant save(Participant participant);

  void delete(Participant participant);

  void flush();
}
