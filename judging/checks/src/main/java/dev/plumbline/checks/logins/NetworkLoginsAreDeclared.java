package dev.plumbline.checks.logins;

import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Questions;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.ssh.SshMethods;
import java.util.List;

/** Every login that the network shows stands in the table of logins. */
public final class NetworkLoginsAreDeclared implements Check {
  @Override
  public List<String> needs() {
    return NetworkFacts.needs(Logins.MECHANISM, Logins.SURFACE, Kinds.key(SshMethods.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Questions questions = new Questions();
    Logins logins = new Logins(facts);
    logins.keys(questions);
    return logins.compare(questions);
  }
}
