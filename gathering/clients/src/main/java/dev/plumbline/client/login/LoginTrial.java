package dev.plumbline.client.login;

import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.dossier.Product.Credential;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether a door tells right from wrong, before anything is concluded from what it says. A device
 * that accepts everything, or whose refusal looks like nothing, must not be taken at its word.
 */
public final class LoginTrial {
  private static final int MOST_CREDENTIALS = 2;
  private static final String NO_BUDGET = "The budget of product.yaml leaves no login attempt.";

  private final LoginInterface door;
  private final BooleanSupplier budget;
  private int row;
  private boolean declaredLocked;
  private Optional<Right> right = Optional.empty();
  private boolean rightTried;

  private record Right(Credential login, Attempt attempt) {}

  /**
   * @param budget takes one login from the budget; false when none is left
   */
  public LoginTrial(LoginInterface door, BooleanSupplier budget) {
    this.door = door;
    this.budget = budget;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * The door refuses what is wrong.
     *
     * @param door the same, with its answers read as the trial showed how
     * @param wrong how it refused
     * @param account a declared login that it accepts, if one was tried and did
     */
    record Works(LoginInterface door, Attempt wrong, Optional<Credential> account)
        implements Result {}

    /**
     * It let two invented passwords in, and at least the second one opened what stays shut without
     * a login.
     *
     * @param user whose password was invented
     */
    record TakesAny(String user, String sign) implements Result {
      public String reason() {
        return "It accepts invented passwords (" + sign + ").";
      }
    }

    /**
     * It is shut for a while; nothing can be concluded before it opens again.
     *
     * @param attempt what shows that it is shut
     * @param declaredToo whether it turned a declared login away as locked, before any wrong one
     */
    record Locked(Attempt attempt, boolean declaredToo) implements Result {
      public String sign() {
        return attempt.sign();
      }

      public String reason() {
        return "It is locked before the test began (" + sign() + ").";
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

  /** The declared login that it accepted, if one was tried and did. */
  public Optional<Credential> accepted() {
    return right.filter(r -> r.attempt().is(Outcome.ACCEPTED)).map(Right::login);
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
        return new Result.Useless(NO_BUDGET, false);
      }
      String who = account.map(Credential::user).orElse(user);
      Attempt refused = door.attempt(who, wrong);
      return switch (refused.outcome()) {
        case LOCKED -> new Result.Locked(refused, declaredLocked);
        case ACCEPTED -> accepted(who, wrong, declared, refused);
        case UNCLEAR -> compared(who, wrong, declared, refused);
        case REFUSED -> refused(declared, refused, account);
      };
    } catch (IOException e) {
      return new Result.Useless("No answer to a login: " + e.getMessage(), false);
    }
  }

  private Result refused(List<Credential> declared, Attempt refused, Optional<Credential> known)
      throws IOException, InterruptedException {
    row++;
    Optional<Credential> account = known;
    if (account.isEmpty() && !refused.explicit()) {
      account = account(declared);
    }
    if (!refused.explicit() && account.isEmpty()) {
      return new Result.Useless(
          "The response to a wrong password cannot be recognised as a rejection ("
              + refused.sign()
              + "), and no declared login was accepted to compare it with.",
          true);
    }
    return new Result.Works(door, refused, account);
  }

  /** A second invented password has to be let in too, and to open something. */
  private Result accepted(String who, String wrong, List<Credential> declared, Attempt first)
      throws IOException, InterruptedException {
    if (!first.reached()) {
      account(declared);
      if (right.filter(r -> r.attempt().reached()).isPresent()) {
        row++;
        Attempt refused = first.as(Outcome.REFUSED, "its session opens nothing");
        return new Result.Works(ComparedLogin.byReach(door), refused, right.map(Right::login));
      }
      return new Result.Useless(
          "It accepts an invented password ("
              + first.sign()
              + "), and whether that login opens anything was not seen, so its answers say nothing.",
          false);
    }
    if (!budget.getAsBoolean()) {
      return new Result.Useless(NO_BUDGET, false);
    }
    Attempt second = door.attempt(who, another(wrong));
    return second.is(Outcome.ACCEPTED) && second.reached() && door.isShut()
        ? new Result.TakesAny(who, second.sign())
        : new Result.Useless(
            "It accepts one invented password, and another one or no login gives another picture ("
                + second.sign()
                + "), so its answers say nothing.",
            false);
  }

  /** An answer that says nothing by itself may do so beside that to the declared password. */
  private Result compared(String who, String wrong, List<Credential> declared, Attempt unclear)
      throws IOException, InterruptedException {
    account(declared);
    Result.Useless useless =
        new Result.Useless("Its answer to a login is unclear (" + unclear.sign() + ").", false);
    // The same user, so that the two differ by the password alone.
    boolean comparable = right.filter(r -> r.login().user().equals(who)).isPresent();
    if (!comparable || unclear.shape().isEmpty()) {
      return useless;
    }
    Attempt declaredAnswer = right.orElseThrow().attempt();
    if (declaredAnswer.shape().equals(unclear.shape()) || !budget.getAsBoolean()) {
      return useless;
    }
    Attempt again = door.attempt(who, another(wrong));
    if (again.is(Outcome.LOCKED)) {
      return new Result.Locked(again, declaredLocked);
    }
    if (!again.shape().equals(unclear.shape())) {
      return useless;
    }
    row += 2;
    return new Result.Works(
        ComparedLogin.byShape(door, unclear, declaredAnswer),
        unclear.as(Outcome.REFUSED, "another answer than the declared password gets"),
        right.map(Right::login));
  }

  private static String another(String wrong) {
    return new StringBuilder(wrong).reverse() + "-y";
  }

  /** A declared login that works; that none does is no fault of the door. */
  private Optional<Credential> account(List<Credential> declared)
      throws IOException, InterruptedException {
    if (rightTried) {
      return accepted();
    }
    rightTried = true;
    for (Credential c : declared.subList(0, Math.min(MOST_CREDENTIALS, declared.size()))) {
      if (!budget.getAsBoolean()) {
        break;
      }
      Attempt attempt = door.attempt(c.user(), c.password());
      if (attempt.is(Outcome.ACCEPTED)) {
        row = 0;
        right = Optional.of(new Right(c, attempt));
        return Optional.of(c);
      }
      if (attempt.is(Outcome.UNCLEAR) && right.isEmpty()) {
        right = Optional.of(new Right(c, attempt));
      }
      // After a wrong login it might be locked by that one.
      declaredLocked |= row == 0 && attempt.is(Outcome.LOCKED);
      row++;
    }
    return Optional.empty();
  }
}
