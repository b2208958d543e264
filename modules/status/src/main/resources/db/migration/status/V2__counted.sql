-- How many there are, for whoever adds one: they count one after the other, each what the one before committed. A statement
-- does not see what was committed since it began, but those of a function do.
create function status.counted(what text, organization text, moment timestamptz) returns bigint
language plpgsql volatile as $$
declare
  there bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('status ' || what || ' ' || organization, 0));
  case what
    when 'services' then
      select count(*) into there from status.services where organization_id = organization;
    when 'incidents' then
      select count(*) into there from status.incidents
      where organization_id = organization and status <> 'resolved';
    when 'maintenances' then
      select count(*) into there from status.maintenances
      where organization_id = organization and cancelled_at is null and ends_at > moment;
    when 'subscriptions' then
      select count(*) into there from status.subscriptions where organization_id = organization;
  end case;
  return there;
end $$;
