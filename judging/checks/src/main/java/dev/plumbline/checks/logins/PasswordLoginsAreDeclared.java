package dev.plumbline.checks.logins;

import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.pages.Pages;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import java.util.List;

/** Every password login that the network or the manual shows stands in the table of logins. */
public final class PasswordLoginsAreDeclared implements Check {
  @Override
  public List<String> needs() {
    return NetworkFacts.needs(Logins.MECHANISM, Logins.SURFACE, Pages.FETCHED);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Questions questions = new Questions();
    Logins logins = new Logins(facts);
    logins.manual(questions);
    return logins.compare(questions);
  }
}
