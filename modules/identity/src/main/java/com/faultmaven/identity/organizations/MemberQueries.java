package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import org.springframework.stereotype.Service;

/** Who belongs to an organization, for those who do. */
@Service
public class MemberQueries {

  /** One row at least of an organization that is there, with how many members it has. */
  private static final String PAGE =
      """
      select o.organization_id, o.member_count, mine.role as my_role,
        m.user_id, m.role, m.joined_at, m.username, m.display_name
      from identity.organizations o
        left join identity.members mine
          on mine.organization_id = o.organization_id and mine.user_id = ?
        left join lateral (
          select m.user_id, m.role, m.joined_at, u.username, u.display_name
          from identity.members m join identity.users u on u.user_id = m.user_id
          where m.organization_id = o.organization_id and (m.joined_at, m.user_id) > (?, ?)
          order by m.joined_at, m.user_id limit ? offset ?) m on true
      where o.organization_id = ? and o.deleted_at is null
      order by m.joined_at, m.user_id
      """;

  private final MembershipPages pages;

  MemberQueries(MembershipPages pages) {
    this.pages = pages;
  }

  /**
   * The members, the longest membership first.
   *
   * @throws OrganizationNotFound if the caller may not see the organization
   */
  public Page<Member> of(OrganizationId id, Paging paging, Caller caller) {
    CursorScope list =
        CursorScope.of("members/a").with("user", caller.userId()).with("organization", id);
    return pages
        .read(PAGE, id.value(), list, paging, caller, (row, _) -> MemberRows.member(row))
        .orElseThrow(() -> OrganizationNotFound.of(id));
  }
}
