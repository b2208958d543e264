package com.faultmaven.__name__;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class OwnedEntriesTest {

  private final UserId leaver = new UserId("leaver-" + UUID.randomUUID());
  private final UserId stayer = new UserId("stayer-" + UUID.randomUUID());

  @Autowired private __Name__Commands commands;
  @Autowired private OwnedEntries owned;

  @Test
  void deletesInBatchesWhatBelongsToTheUser() {
    for (UserId user : new UserId[] {leaver, leaver, leaver, stayer}) {
      commands.add("a text", new Caller(user, OrganizationId.DEFAULT, null, Set.of()));
    }

    assertThat(owned.eraseSome(leaver, 2)).isEqualTo(Erasure.SOME);
    assertThat(owned.eraseSome(leaver, 2)).isEqualTo(Erasure.SOME);
    assertThat(owned.eraseSome(leaver, 2)).isEqualTo(Erasure.NOTHING_LEFT);
    assertThat(owned.eraseSome(stayer, 2)).isEqualTo(Erasure.SOME);
  }
}
