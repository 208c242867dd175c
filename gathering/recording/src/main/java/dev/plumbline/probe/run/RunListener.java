package dev.plumbline.probe.run;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.ProbeSpec;

/** Told what happens in a run, in order, by one thread at a time. */
public interface RunListener {
  /** A probe begins. */
  default void started(ProbeSpec probe) {}

  /** What a probe does now, and how far it is, from 0 to 1. */
  default void progress(ProbeSpec probe, String text, double fraction) {}

  /** A fact to be kept. Comes when the probe has ended; counts of logins come before each login. */
  void observed(Observation observation);

  /** A probe ended, or was not run. */
  default void ended(ProbeSpec probe, ProbeOutcome outcome) {}
}
