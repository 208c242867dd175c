package dev.plumbline.importers.shared.matching;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.Surroundings;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.kit.CompleteFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dossier that knows components of the software that the trial product declares. */
public final class KnownComponents {
  private KnownComponents() {}

  public static Surroundings of(List<Map<String, String>> components) {
    Stored list =
        CompleteFacts.of(
            "software.components", Map.of("components", components), Map.of("complete", true));
    return new Surroundings(
        List.of(
            new Observation(
                "software.components",
                "DUT",
                Observation.Outcome.SEEN,
                list.value(),
                list.coverage(),
                "",
                new Observation.Source(
                    "x", "1", "1.0.0", "unit-1", "initialized", "r", Instant.EPOCH),
                Optional.empty())),
        Map.of());
  }
}
