package com.faultmaven.cases;

import org.springframework.data.repository.Repository;

/** The audit trails of all cases. */
interface StatusChanges extends Repository<StatusChange, StatusChange.Id> {

  StatusChange save(StatusChange change);
}
