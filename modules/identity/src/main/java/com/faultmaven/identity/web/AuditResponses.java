package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.model.AuditList;
import com.faultmaven.identity.audit.AuditEntry;
import com.faultmaven.kernel.paging.Page;

/** Shows the record. */
final class AuditResponses {

  private AuditResponses() {}

  static AuditList list(Page<AuditEntry> page) {
    AuditList list =
        new AuditList()
            .entries(page.rows().stream().map(AuditResponses::entry).toList())
            .limit(page.asked().limit());
    list.setTotal(page.total());
    list.setOffset(page.offset());
    list.setNextCursor(page.nextCursor());
    return list;
  }

  private static com.faultmaven.contracts.identity.v1.model.AuditEntry entry(AuditEntry entry) {
    return new com.faultmaven.contracts.identity.v1.model.AuditEntry()
        .auditId(entry.id())
        .at(UserResponses.at(entry.at()))
        .eventType(entry.event())
        .eventCategory(entry.category())
        .actorUserId(entry.actor())
        .userId(entry.subject())
        .organizationId(entry.organization())
        .resourceType(entry.resourceType())
        .resourceId(entry.resourceId())
        .success(entry.success())
        .ipAddress(entry.address())
        .userAgent(entry.userAgent())
        .correlationId(entry.correlationId())
        .details(entry.details());
  }
}
