package dev.plumbline.probes.bruteforceresistance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.WrongPasswords;
import dev.plumbline.dossier.Product.Credential;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A login whose wrong attempts have become slow, and that may count each way for itself. */
class WaysAroundADelayTest {
  private static final Credential OWNER = new Credential("owner", "owner", "right-horse-7");
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  /**
   * A login.
   *
   * @param anyCase whether the name is compared without regard to case
   * @param slowNames names whose wrong attempts take a second
   * @param address what it takes in the address of a request
   */
  private record Door(boolean anyCase, List<String> slowNames, Optional<LoginInterface> address)
      implements LoginInterface {
    @Override
    public String kind() {
      return "http-form";
    }

    @Override
    public String mechanism() {
      return "tcp/192.0.2.1/80 http-form";
    }

    @Override
    public Attempt attempt(String user, String password) {
      boolean known = anyCase ? user.equalsIgnoreCase("owner") : user.equals("owner");
      return known && password.equals("right-horse-7")
          ? Attempt.explicit(Outcome.ACCEPTED, "302", Duration.ZERO)
          : Attempt.explicit(
              Outcome.REFUSED,
              "401",
              slowNames.contains(user) ? Duration.ofSeconds(1) : Duration.ofMillis(5));
    }

    @Override
    public Optional<LoginInterface> inAddress() {
      return address;
    }
  }

  private static Evasion.Ways ways(LoginInterface door, int budget) throws InterruptedException {
    AtomicInteger left = new AtomicInteger(budget);
    Evasion evasion =
        new Evasion(
            CLOCK, door, "owner", new WrongPasswords(CLOCK), () -> left.decrementAndGet() >= 0);
    return evasion.ways(OWNER, 5, 400, true);
  }

  private static Door door(boolean anyCase, List<String> slow) {
    return new Door(anyCase, slow, Optional.empty());
  }

  @Test
  void aDelayThatIsCountedForTheNameAsItWasTypedIsEvaded() throws InterruptedException {
    Evasion.Ways ways = ways(door(true, List.of("owner")), 9);
    assertThat(ways.evading()).containsExactly("user-capitals");
    assertThat(ways.tried()).containsExactly("user-capitals");
  }

  @Test
  void aNameThatIsAnotherAccountInCapitalsEvadesNothing() throws InterruptedException {
    assertThat(ways(door(false, List.of("owner")), 9).evading()).isEmpty();
  }

  @Test
  void aDelayThatIsCountedForTheAccountIsNotEvaded() throws InterruptedException {
    assertThat(ways(door(true, List.of("owner", "OWNER")), 9).evading()).isEmpty();
  }

  @Test
  void aDelayThatIsOverMeanwhileIsNotEvaded() throws InterruptedException {
    assertThat(ways(door(true, List.of()), 9)).isEqualTo(Evasion.Ways.NONE);
  }

  @Test
  void aLoginInTheAddressWithoutADelayIsFound() throws InterruptedException {
    Door door = new Door(false, List.of("owner"), Optional.of(door(false, List.of())));
    assertThat(ways(door, 9).evading()).containsExactly("in-address");
  }

  @Test
  void whereTheBudgetEndsTheLastUsualLoginCounts() throws InterruptedException {
    assertThat(ways(door(true, List.of("owner")), 1).evading()).containsExactly("user-capitals");
  }

  @Test
  void withoutABudgetNothingIsTriedAndNothingEvades() throws InterruptedException {
    assertThat(ways(door(true, List.of("owner")), 0)).isEqualTo(Evasion.Ways.NONE);
  }
}
