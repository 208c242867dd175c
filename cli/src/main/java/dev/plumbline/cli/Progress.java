package dev.plumbline.cli;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.ProbeOutcome;
import dev.plumbline.probe.run.RunListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows how a run goes: a line a probe, and a moving line on a terminal. */
final class Progress implements RunListener {
  private static final String CLEAR = "\r\u001b[2K";

  private final PrintWriter out;
  private final boolean moving;

  Progress(PrintWriter out) {
    this.out = out;
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
  }

  @Override
  public void ended(ProbeSpec probe, ProbeOutcome outcome) {
    String state = outcome.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String reason = outcome.reason().isEmpty() ? "" : ": " + Text.safe(outcome.reason());
    out.printf(
        "%s  %-26s %-10s %4d observations%s%n",
        moving ? CLEAR : "", probe.id(), state, outcome.observations(), reason);
    out.flush();
  }
}
