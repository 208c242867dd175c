package dev.plumbline.probes.login;

import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probes.login.Attempt.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether a door tells right from wrong, before anything is concluded from what it says. A device
 * that accepts everything, or whose refusal looks like nothing, must not be taken at its word.
 */
public final class DoorTrial {
  private static final int MOST_CREDENTIALS = 2;

  private final LoginDoor door;
  private final BooleanSupplier budget;
  private int row;
  private boolean declaredLocked;

  /**
   * @param budget takes one login from the budget; false when none is left
   */
  public DoorTrial(LoginDoor door, BooleanSupplier budget) {
    this.door = door;
    this.budget = budget;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * The door refuses what is wrong.
     *
     * @param wrong how it refused
     * @param account a declared login that it accepts, if one was tried and did
     */
    record Works(Attempt wrong, Optional<Credential> account) implements Result {}

    /**
     * It is shut for a while; nothing can be concluded before it opens again.
     *
     * @param sign what shows that it is shut
     * @param declaredToo whether it turned a declared login away as locked, before any wrong one
     */
    record Locked(String sign, boolean declaredToo) implements Result {
      public String reason() {
        return "It is locked before the test began (" + sign + ").";
      }
    }

    /**
     * Nothing can be concluded from this door.
     *
     * @param refuses whether it seems to refuse; a login that it accepts then still says something
     */
    record Useless(String reason, boolean refuses) implements Result {}
  }

  /** Wrong logins since the last right one. */
  public int row() {
    return row;
  }

  /**
   * Tries a wrong password, and where its refusal is not explicit, or an account is wanted, the
   * declared logins.
   *
   * @param user whose wrong password is tried, unless a declared login works
   * @param wantAccount tries the declared logins first, so that a row of wrong ones can follow
   */
  public Result run(String user, String wrong, List<Credential> declared, boolean wantAccount)
      throws InterruptedException {
    try {
      Optional<Credential> account = wantAccount ? account(declared) : Optional.empty();
      if (!budget.getAsBoolean()) {
        return new Result.Useless("The budget of product.yaml leaves no login attempt.", false);
      }
      Attempt refused = door.attempt(account.map(Credential::user).orElse(user), wrong);
      if (refused.is(Outcome.LOCKED)) {
        return new Result.Locked(refused.sign(), declaredLocked);
      }
      if (!refused.is(Outcome.REFUSED)) {
        return new Result.Useless(why(refused), false);
      }
      row++;
      if (!wantAccount && !refused.explicit()) {
        account = account(declared);
      }
      if (!refused.explicit() && account.isEmpty()) {
        return new Result.Useless(
            "The answer to a wrong password is no clear refusal ("
                + refused.sign()
                + "), and no declared login was accepted to compare it with.",
            true);
      }
      return new Result.Works(refused, account);
    } catch (IOException e) {
      return new Result.Useless("No answer to a login: " + e.getMessage(), false);
    }
  }

  /** A declared login that works; that none does is no fault of the door. */
  private Optional<Credential> account(List<Credential> declared)
      throws IOException, InterruptedException {
    for (Credential c : declared.subList(0, Math.min(MOST_CREDENTIALS, declared.size()))) {
      if (!budget.getAsBoolean()) {
        break;
      }
      Attempt attempt = door.attempt(c.user(), c.password());
      if (attempt.is(Outcome.ACCEPTED)) {
        row = 0;
        return Optional.of(c);
      }
      // After a wrong login it might be locked by that one.
      declaredLocked |= row == 0 && attempt.is(Outcome.LOCKED);
      row++;
    }
    return Optional.empty();
  }

  private static String why(Attempt attempt) {
    return switch (attempt.outcome()) {
      case ACCEPTED ->
          "It accepts an invented password (" + attempt.sign() + "), so its answers say nothing.";
      default -> "Its answer to a login is unclear (" + attempt.sign() + ").";
    };
  }
}
