package dev.plumbline.testbed.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testbed.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class DeviceAccountsTest {
  private static DeviceAccounts accounts(Map<String, Object> guard) {
    return new DeviceAccounts(
        Settings.of(
            Map.of(
                "owner", Map.of("user", "admin", "password", "right", "on", Map.of("web", true)),
                "other", Map.of("user", "root", "password", "right", "on", Map.of("ssh", true)))),
        "web",
        Settings.of(guard),
        UnaryOperator.identity(),
        InstantSource.fixed(Instant.EPOCH),
        new Passwords());
  }

  @Test
  void answersGrowSlowerAfterWrongAttemptsUpToALimit() {
    DeviceAccounts accounts = accounts(Map.of("slowAfter", 3, "stepMillis", 2, "mostMillis", 5));
    for (int i = 0; i < 2; i++) {
      accounts.attempt("admin", "wrong");
    }
    assertThat(accounts.delay("admin")).isZero();
    accounts.attempt("admin", "wrong");
    assertThat(accounts.delay("admin")).isEqualTo(Duration.ofMillis(2));
    accounts.attempt("admin", "wrong");
    assertThat(accounts.delay("admin")).isEqualTo(Duration.ofMillis(4));
    accounts.attempt("admin", "wrong");
    assertThat(accounts.delay("admin")).isEqualTo(Duration.ofMillis(5));
    assertThat(accounts.delay("root")).isZero();
  }

  @Test
  void rightPasswordEndsTheDelay() {
    DeviceAccounts accounts = accounts(Map.of("slowAfter", 1, "stepMillis", 1, "mostMillis", 5));
    accounts.attempt("admin", "wrong");
    assertThat(accounts.attempt("admin", "right")).isEqualTo(DeviceAccounts.Answer.ACCEPTED);
    assertThat(accounts.delay("admin")).isZero();
  }

  @Test
  void withoutGuardNothingSlowsOrLocks() {
    DeviceAccounts accounts = accounts(Map.of());
    for (int i = 0; i < 100; i++) {
      assertThat(accounts.attempt("admin", "wrong" + i)).isEqualTo(DeviceAccounts.Answer.REFUSED);
    }
    assertThat(accounts.delay("admin")).isZero();
    assertThat(accounts.attempt("admin", "right")).isEqualTo(DeviceAccounts.Answer.ACCEPTED);
  }

  @Test
  void accountOfAnotherPartIsUnknown() {
    assertThat(accounts(Map.of()).attempt("root", "right"))
        .isEqualTo(DeviceAccounts.Answer.REFUSED);
  }

  @Test
  void passwordCanBeChangedByWhoKnowsIt() {
    DeviceAccounts accounts = accounts(Map.of());
    assertThat(accounts.change("admin", "wrong", "fresh", false)).isFalse();
    assertThat(accounts.change("admin", "right", "fresh", false)).isTrue();
    assertThat(accounts.attempt("admin", "right")).isEqualTo(DeviceAccounts.Answer.REFUSED);
    assertThat(accounts.attempt("admin", "fresh")).isEqualTo(DeviceAccounts.Answer.ACCEPTED);
  }
}
