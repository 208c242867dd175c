package dev.plumbline.testbed.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testbed.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class AccountsTest {
  private static Accounts accounts(Map<String, Object> guard) {
    return new Accounts(
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
    Accounts accounts = accounts(Map.of("slowAfter", 3, "stepMillis", 2, "mostMillis", 5));
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
    Accounts accounts = accounts(Map.of("slowAfter", 1, "stepMillis", 1, "mostMillis", 5));
    accounts.attempt("admin", "wrong");
    assertThat(accounts.attempt("admin", "right")).isEqualTo(Accounts.Answer.ACCEPTED);
    assertThat(accounts.delay("admin")).isZero();
  }

  @Test
  void withoutGuardNothingSlowsOrLocks() {
    Accounts accounts = accounts(Map.of());
    for (int i = 0; i < 100; i++) {
      assertThat(accounts.attempt("admin", "wrong" + i)).isEqualTo(Accounts.Answer.REFUSED);
    }
    assertThat(accounts.delay("admin")).isZero();
    assertThat(accounts.attempt("admin", "right")).isEqualTo(Accounts.Answer.ACCEPTED);
  }

  @Test
  void accountOfAnotherPartIsUnknown() {
    assertThat(accounts(Map.of()).attempt("root", "right")).isEqualTo(Accounts.Answer.REFUSED);
  }

  @Test
  void passwordCanBeChangedByWhoKnowsIt() {
    Accounts accounts = accounts(Map.of());
    assertThat(accounts.change("admin", "wrong", "fresh", false)).isFalse();
    assertThat(accounts.change("admin", "right", "fresh", false)).isTrue();
    assertThat(accounts.attempt("admin", "right")).isEqualTo(Accounts.Answer.REFUSED);
    assertThat(accounts.attempt("admin", "fresh")).isEqualTo(Accounts.Answer.ACCEPTED);
  }
}
