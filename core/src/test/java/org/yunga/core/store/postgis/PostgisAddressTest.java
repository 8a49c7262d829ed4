package org.yunga.core.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yunga.core.text.ExplainedException;

class PostgisAddressTest {

  @Test
  void readsAllItsParts() {
    PostgisAddress address =
        PostgisAddress.parse(
            "postgresql://ana@db1:5432,db2:5433/monitoreo%20andino?sslmode=verify-full"
                + "&targetServerType=preferSecondary");
    assertThat(address.place()).isEqualTo("postgresql://db1:5432,db2:5433/monitoreo andino");
    assertThat(address.jdbcUrl())
        .isEqualTo("jdbc:postgresql://db1:5432,db2:5433/monitoreo%20andino");
    Properties read = address.toRead(Map.of("PGUSER", "luis", "PGPASSWORD", "secret"));
    assertThat(read)
        .containsEntry("user", "ana")
        .containsEntry("password", "secret")
        .containsEntry("sslmode", "verify-full")
        .containsEntry("targetServerType", "preferSecondary");
    assertThat(address.toWrite(Map.of())).containsEntry("targetServerType", "primary");
  }

  @Test
  void theUserMayComeFromTheEnvironment() {
    PostgisAddress address = PostgisAddress.parse("postgres://db/yunga");
    assertThat(address.toWrite(Map.of("PGUSER", "luis"))).containsEntry("user", "luis");
    assertThat(address.toWrite(Map.of())).doesNotContainKeys("user", "password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ana:s3cret@db/yunga",
        "postgresql://ana:s3cret@db",
        "postgresql://ana:s3/cret@db/yunga",
        "postgresql://:s3cret@db/yunga",
        "postgresql://db/yunga?password=s3cret",
        "postgresql://db/yunga?user=ana&PASSWORD=s3cret",
        "postgresql://db/yunga?sslpassword=s3cret"
      })
  void passwordsAreRefusedAndNotRepeated(String text) {
    ExplainedException e =
        catchThrowableOfType(ExplainedException.class, () -> PostgisAddress.parse(text));
    assertThat(e.code()).isEqualTo("password_in_store_address");
    assertThat(e.getMessage() + e.explanation()).doesNotContain("s3cret").contains("PGPASSFILE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql:",
        "postgresql://db",
        "postgresql://db/",
        "postgresql://db/a/b",
        "postgresql://db/yunga?color=red",
        "postgresql://db/yunga?sslmode",
        "postgresql://db/%zz"
      })
  void whatIsNoAddressIsRefused(String text) {
    ExplainedException e =
        catchThrowableOfType(ExplainedException.class, () -> PostgisAddress.parse(text));
    assertThat(e.code()).isEqualTo("bad_store_address");
  }
}
