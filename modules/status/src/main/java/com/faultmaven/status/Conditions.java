package com.faultmaven.status;

/**
 * How services are: the one place where it is derived. The worst impact of what is open decides;
 * without one, whether somebody works on the service right now.
 */
public final class Conditions {

  /**
   * Joins {@code c.condition} and {@code c.active_incidents} to services {@code s} at {@code :now}.
   */
  public static final String OF_SERVICES =
      """
      cross join lateral (
        select count(*) as active_incidents,
          coalesce(
            (array['degraded_performance', 'partial_outage', 'major_outage'])[max(
              case open.impact when 'major_outage' then 3 when 'partial_outage' then 2 else 1 end)],
            case when exists (
              select from status.maintenances m
              where m.organization_id = s.organization_id and m.cancelled_at is null
                and m.begins_at <= :now and m.ends_at > :now
                and exists (
                  select from status.maintenance_services ms
                  where ms.maintenance_id = m.id and ms.service_id = s.id))
            then 'under_maintenance' else 'operational' end) as condition
        from status.impacts open where open.service_id = s.id and upper_inf(open.during)) c
      """;

  private Conditions() {}
}
