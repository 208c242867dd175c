package dev.plumbline.observation.login;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code login.brute-force}. */
@Kind(value = "login.brute-force", subject = "endpoint")
@Says("What many wrong logins in a row meet.")
public record LoginBruteForce(
    @Says("number sent") long attempts,
    @Says("answer time of each") List<Long> delaysMs,
    @Says("it locked the account or the sender") boolean locked,
    @Says(
            "wrong logins in a row that it judged before; absent where it was locked before "
                + "the test began")
        Optional<Long> lockedAfter,
    @When("locked") @Says("what showed the lock") Optional<String> sign,
    @Says("its answers became slow") boolean slowed,
    @When("slowed") @Says("wrong logins in a row before the first slow answer")
        Optional<Long> slowedAfter,
    @Says("whether the right login opens afterwards") @Words({"yes", "no", "unknown"})
        String accountUsable,
    @Says(
            "time between the last wrong login and the login that `accountUsable` tells of; "
                + "absent where it came at once")
        Optional<Long> waitedSeconds,
    @Says("kind of the login that resisted least") String mechanism,
    @Says("wrong logins after which invented passwords are accepted; absent where none was")
        Optional<Long> opensAfter,
    @Says(
            "`source-header` where logins that name another client in a header are judged without"
                + " the delay or lock that one without them meets; `user-capitals`, `user-blank` and"
                + " `in-address` where the right login passes a lock with the user name in capitals,"
                + " with a blank behind it, or sent in the address, or opens so and wrong ones sent"
                + " so meet no delay; `right-password` where the right login opens while wrong ones"
                + " meet the lock; not in older records")
        Optional<List<String>> evadedBy,
    @Says(
            "wrong logins over as many connections at once; absent where the budget did not allow"
                + " it")
        Optional<Burst> burst,
    @Says("what the fastest way of guessing that was seen comes to") Optional<Long> guessesPerDay,
    @Says(
            "`beginning` or `end` where an answer to a wrong login holds that part of the right"
                + " password, six characters or more; not in older records")
        Optional<List<String>> hints,
    @Coverage
        @Says("ways around the reaction that were tried, of those of `evadedBy` and `parallel`")
        Optional<List<String>> ways,
    @Coverage @Says("number of wrong logins that product.yaml allows") long budget,
    @Coverage @Says("how long it took") long seconds,
    @Coverage @Says("number of mechanisms that were tried") Optional<Long> mechanisms)
    implements Fact {
  /** The same, where so many mechanisms took so long in all. */
  public LoginBruteForce over(long allSeconds, long allMechanisms) {
    return new LoginBruteForce(
        attempts,
        delaysMs,
        locked,
        lockedAfter,
        sign,
        slowed,
        slowedAfter,
        accountUsable,
        waitedSeconds,
        mechanism,
        opensAfter,
        evadedBy,
        burst,
        guessesPerDay,
        hints,
        ways,
        budget,
        allSeconds,
        Optional.of(allMechanisms));
  }

  /** Wrong logins at once. */
  @Says("Wrong logins at once.")
  public record Burst(
      @Says("number sent") long sent,
      @Says("number judged") long judged,
      @Says("number that met a lock") long locked,
      @Says("how long they took") long milliseconds) {}
}
