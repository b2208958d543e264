package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others are told of the roles of the installation. */
@ModuleTest
class PlatformRolesTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  private SignedIn ada;
  private Api admin;

  @BeforeEach
  void signIn() {
    SignedIn.on(port);
    ada = SignedIn.on(port);
    admin = Api.on(port).as("root").with("X-User-Roles", "admin");
  }

  @Test
  void areToldAsTheyAreGrantedAndRemoved() {
    String role = "/api/v1/admin/users/" + ada.id() + "/roles/operator";

    admin.put(role).is(204);
    admin.put(role).is(204);
    admin.delete(role).is(204);
    admin.delete(role).is(204);

    assertThat(changes())
        .containsExactly(
            "auth.role.assigned platform operator root",
            "auth.role.removed platform operator root removed");
  }

  @Test
  void areToldAsAnImportChangesThem() {
    String path = "/api/v1/admin/users/" + ada.id();
    String body = "{\"username\":\"%s\",\"roles\":[%s]}";

    admin.put(path, body.formatted(ada.username(), "\"service\",\"operator\"")).is(200);
    admin.put(path, body.formatted(ada.username(), "\"service\"")).is(200);

    assertThat(changes())
        .containsExactly(
            "auth.role.assigned platform operator root",
            "auth.role.assigned platform service root",
            "auth.role.removed platform operator root removed");
  }

  private List<String> changes() {
    return jdbc.sql(
            """
            select concat_ws(' ', event_type, payload ->> 'scope', payload ->> 'scope_id',
              payload ->> 'role', payload ->> 'assigned_by', payload ->> 'removed_by',
              payload ->> 'reason')
            from events.event_log where aggregate_id = ? and event_type like 'auth.role.%'
            order by aggregate_version
            """)
        .param(ada.id())
        .query(String.class)
        .list();
  }
}
