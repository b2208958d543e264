package com.faultmaven.web.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.kernel.UserDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.StringUtils;

class IdentityPropertiesTest {

  private static final String TOKENS = "jwks-uri=https://id/keys issuer=https://id audience=cases";

  @Test
  void believeTheGatewayWhereNothingIsSaid() {
    IdentityProperties properties = bound("");

    assertThat(properties.jwksUri()).isNull();
    assertThat(properties.organizationFrom()).isEqualTo(OrganizationSource.HEADER);
    assertThat(bound("jwks-uri= trust-gateway= organization-from=")).isEqualTo(properties);
  }

  @Test
  void readTheOrganizationWhereTheyReadTheUser() {
    assertThat(bound(TOKENS).organizationFrom()).isEqualTo(OrganizationSource.CLAIM);
    assertThat(bound("trust-gateway=true").organizationFrom()).isEqualTo(OrganizationSource.HEADER);
    assertThat(bound(TOKENS + " organization-from=none").organizationFrom())
        .isEqualTo(OrganizationSource.NONE);
    assertThat(bound("trust-gateway=true organization-from=None").organizationFrom())
        .isEqualTo(OrganizationSource.NONE);
  }

  @Test
  void letWhoHasATokenNameTheOrganizationWhereNobodyStandsInFront() {
    assertThat(bound("mode=standalone").organizationFrom()).isEqualTo(OrganizationSource.HEADER);
    assertThat(bound("mode=standalone trust-gateway=false organization-from=claim"))
        .extracting(IdentityProperties::organizationFrom)
        .isEqualTo(OrganizationSource.CLAIM);
  }

  @ParameterizedTest
  @CsvSource({
    "'', true, true",
    "directory=local, true, false",
    "directory=external, false, true",
    TOKENS + ", true, true",
    TOKENS + " directory=external, false, true",
    "mode=standalone, true, false",
    "mode=standalone directory=local, true, false",
  })
  void sayWhereAccountsAreKept(String settings, boolean here, boolean elsewhere) {
    assertThat(bound(settings).userDirectory()).isEqualTo(new UserDirectory(here, elsewhere));
  }

  @ParameterizedTest
  @CsvSource({
    "mode=standalone directory=external, accounts are kept here",
    "trust-gateway=true jwks-uri=https://id/keys, two answers",
    "trust-gateway=false, nobody is believed",
    "issuer=https://id, need jwks-uri",
    "audience=cases, need jwks-uri",
    "jwks-uri=id/keys issuer=https://id audience=cases, http(s) URL",
    "jwks-uri=https://id/keys, set issuer and audience",
    "jwks-uri=https://id/keys issuer=https://id, set issuer and audience",
    "jwks-uri=https://id/keys issuer= audience=cases, set issuer and audience",
    "organization-from=claim, needs jwks-uri",
    "mode=standalone jwks-uri=https://id/keys, only tokens issued here",
    "mode=standalone trust-gateway=true, only tokens issued here",
    "mode=standalone gateway.networks=10.0.0.0/8, about a gateway",
    TOKENS + " gateway.networks=10.0.0.0/8, about a gateway",
    "gateway.networks=gateway.example.com, is no network",
    "gateway.header=X:Y, the name of a header",
    "gateway.secrets=short, 32 to 255 visible ASCII characters",
    "gateway.secrets[0]=11111111111111111111111111111111 gateway.secrets[1]=22222222222222222222222222222222 gateway.secrets[2]=33333333333333333333333333333333, two while one replaces",
    TOKENS + " organization-from=header, only tokens are believed"
  })
  void refuseWhatContradictsItself(String settings, String reason) {
    assertThatThrownBy(() -> bound(settings))
        .rootCause()
        .hasMessageStartingWith("faultmaven.identity")
        .hasMessageContaining(reason);
  }

  @Test
  void doNotTellTheSecretOfTheGateway() {
    IdentityProperties properties =
        bound("gateway.secrets=0123456789abcdef0123456789abcdef gateway.networks=10.0.0.0/8");

    assertThat(properties.gateway().isAsked()).isTrue();
    assertThat(properties.toString()).doesNotContain("0123456789abcdef");
  }

  private static IdentityProperties bound(String settings) {
    MapConfigurationPropertySource source = new MapConfigurationPropertySource();
    for (String setting : StringUtils.tokenizeToStringArray(settings, " ")) {
      int equals = setting.indexOf('=');
      source.put(
          "faultmaven.identity." + setting.substring(0, equals), setting.substring(equals + 1));
    }
    return new Binder(source)
        .bindOrCreate("faultmaven.identity", Bindable.of(IdentityProperties.class));
  }
}
