package com.faultmaven.status;

import java.util.List;

/**
 * An incident that nobody else changes until the transaction ends.
 *
 * @param incident without its services and updates
 * @param cases in which it is worked on
 */
record LockedIncident(Incident incident, List<String> cases) {}
