package dev.plumbline.probe.run;

import dev.plumbline.dossier.Product.LoginBudget;
import dev.plumbline.observation.run.RunLogins;
import java.util.HashMap;
import java.util.Map;

/** Counts logins, so that no mechanism gets more wrong ones than its budget. */
final class LoginLedger {

  private final LoginBudget budget;
  private final Map<String, Integer> wrong = new HashMap<>();
  private final Map<String, Integer> bruteForce = new HashMap<>();
  private final Map<String, Integer> returned = new HashMap<>();

  LoginLedger(LoginBudget budget) {
    this.budget = budget;
  }

  /** Counts what an earlier part of the same run took. */
  synchronized void carryOver(String mechanism, int wrongTaken, int bruteForceTaken) {
    wrong.merge(mechanism, wrongTaken, Math::max);
    bruteForce.merge(mechanism, bruteForceTaken, Math::max);
  }

  synchronized boolean takeWrong(String mechanism) {
    return take(wrong, mechanism, budget.wrongAttempts());
  }

  synchronized boolean takeBruteForce(String mechanism) {
    return take(bruteForce, mechanism, budget.bruteForceAttempts());
  }

  /**
   * Gives one wrong login back that the device turned away without judging its password; never more
   * than the budget in all.
   */
  synchronized void giveBackWrong(String mechanism) {
    if (wrong.getOrDefault(mechanism, 0) > 0 && take(returned, mechanism, budget.wrongAttempts())) {
      wrong.merge(mechanism, -1, Integer::sum);
    }
  }

  /** What carries the counts over to a resumed run. */
  synchronized RunLogins taken(String mechanism) {
    return new RunLogins(wrong.getOrDefault(mechanism, 0), bruteForce.getOrDefault(mechanism, 0));
  }

  private static boolean take(Map<String, Integer> counts, String mechanism, int most) {
    int taken = counts.getOrDefault(mechanism, 0);
    if (taken >= most) {
      return false;
    }
    counts.put(mechanism, taken + 1);
    return true;
  }
}
