package com.faultmaven.__name__;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.Scenario;

@ModuleTest
class EntryEventsTest {

  private static final Caller ADA =
      new Caller(new UserId("ada"), OrganizationId.DEFAULT, null, Set.of());

  @Autowired private __Name__Commands commands;

  @Test
  void publishesEachEntry(Scenario scenario) {
    scenario
        .stimulate(() -> commands.add("the first", ADA))
        .andWaitForEventOfType(EntryAdded.class)
        .toArriveAndVerify(event -> assertThat(event.entry().text()).isEqualTo("the first"));
  }
}
