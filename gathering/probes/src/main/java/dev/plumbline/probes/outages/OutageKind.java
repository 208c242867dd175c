package dev.plumbline.probes.outages;

import dev.plumbline.observation.Fact;
import dev.plumbline.observation.trial.OutageIsolation;
import dev.plumbline.observation.trial.OutageNetwork;
import dev.plumbline.observation.trial.OutagePower;

/** What is taken away from the device. */
enum OutageKind {
  NETWORK(OutageNetwork.class),
  POWER(OutagePower.class),
  ISOLATION(OutageIsolation.class);

  private final Class<? extends Fact> kind;

  OutageKind(Class<? extends Fact> kind) {
    this.kind = kind;
  }

  /** The kind of observation that tells of it. */
  Class<? extends Fact> kind() {
    return kind;
  }
}
