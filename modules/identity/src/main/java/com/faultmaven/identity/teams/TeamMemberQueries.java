package com.faultmaven.identity.teams;

import com.faultmaven.identity.organizations.MembershipPages;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import org.springframework.stereotype.Service;

/** Who is in a team, for the members of its organization. */
@Service
public class TeamMemberQueries {

  /** One row at least of a team that is there, with how many are in it. */
  private static final String PAGE =
      """
      select t.member_count, mine.role as my_role, m.user_id, m.role, m.joined_at, m.username,
        m.display_name
      from identity.teams t
        join identity.organizations o
          on o.organization_id = t.organization_id and o.deleted_at is null
        left join identity.members mine
          on mine.organization_id = t.organization_id and mine.user_id = ?
        left join lateral (
          select m.user_id, m.role, m.joined_at, u.username, u.display_name
          from identity.team_members m join identity.users u on u.user_id = m.user_id
          where m.team_id = t.team_id and (m.joined_at, m.user_id) > (?, ?)
          order by m.joined_at, m.user_id limit ? offset ?) m on true
      where t.team_id = ? and t.deleted_at is null
      order by m.joined_at, m.user_id
      """;

  private final MembershipPages pages;

  TeamMemberQueries(MembershipPages pages) {
    this.pages = pages;
  }

  /**
   * The members of a team, the longest membership first.
   *
   * @throws TeamNotFound if the caller may not see it
   */
  public Page<TeamMember> of(TeamId id, Paging paging, Caller caller) {
    CursorScope list =
        CursorScope.of("team members/a").with("user", caller.userId()).with("team", id);
    return pages
        .read(PAGE, id.value(), list, paging, caller, (row, _) -> TeamMemberRows.member(row))
        .orElseThrow(() -> TeamNotFound.of(id));
  }
}
