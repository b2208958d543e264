package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.ServiceId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that subscribers are told.
 *
 * @param kind what it is about, such as {@code incident.opened}
 * @param incident the incident, or null
 * @param services those it is about
 * @param toAll whether it is for everybody who is told of these services; else only for those who
 *     were told of the incident before
 * @param body what is sent, but for what depends on whom it is sent to
 */
record Notice(
    UUID id,
    OrganizationId organization,
    String kind,
    @Nullable UUID incident,
    List<ServiceId> services,
    boolean toAll,
    Map<String, @Nullable Object> body) {}
