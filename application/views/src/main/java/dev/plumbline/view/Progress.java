package dev.plumbline.view;

import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.fact.RefusedLogin;
import dev.plumbline.observation.login.LoginDeclared;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.ProbeOutcome;
import dev.plumbline.probe.run.RunListener;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows how a run goes: a line a probe, and a moving line on a terminal. */
public final class Progress implements RunListener {
  private static final String LOGIN_DECLARED = Kinds.key(LoginDeclared.class);
  private static final String CLEAR = "\r\u001b[2K";

  private final PrintWriter out;
  private final Product product;
  private final List<Observation> logins = new ArrayList<>();
  private final boolean moving;

  /**
   * @param product whose logins are told as soon as the device refuses them
   */
  public Progress(PrintWriter out, Product product) {
    this.out = out;
    this.product = product;
    this.moving = Style.ofTerminal().colours();
  }

  @Override
  public void started(ProbeSpec probe) {
    if (moving) {
      out.print(CLEAR + "  … " + probe.question());
      out.flush();
    }
  }

  @Override
  public void progress(ProbeSpec probe, String text, double fraction) {
    if (moving) {
      out.printf("%s  … %s: %s %3.0f %%", CLEAR, probe.id(), Text.safe(text), 100 * fraction);
      out.flush();
    }
  }

  @Override
  public void observed(Observation observation) {
    // The line at the end of a probe counts them.
    if (observation.key().equals(LOGIN_DECLARED)) {
      logins.add(observation);
    }
  }

  @Override
  public void ended(ProbeSpec probe, ProbeOutcome outcome) {
    String state = outcome.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String reason = outcome.reason().isEmpty() ? "" : ": " + Text.safe(outcome.reason());
    out.printf(
        "%s  %-26s %-10s %16s%s%n",
        moving ? CLEAR : "",
        probe.id(),
        state,
        Text.count(outcome.observations(), "observation"),
        reason);
    if (probe.produces().contains(LOGIN_DECLARED)) {
      RefusedLogin.of(product, logins)
          .forEach(l -> out.println(Text.wrap("! " + Text.safe(l.sentence()), "      ")));
    }
    out.flush();
  }
}
