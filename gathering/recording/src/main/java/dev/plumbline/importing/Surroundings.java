package dev.plumbline.importing;

import dev.plumbline.dossier.Observation;
import java.util.List;
import java.util.Map;

/**
 * What lies beside a file that is imported.
 *
 * @param observations that the dossier already holds
 * @param mappings texts of the dossier's {@code imports/NAME.yaml}, by NAME
 */
public record Surroundings(List<Observation> observations, Map<String, String> mappings) {
  /** Nothing lies beside the file. */
  public static final Surroundings NONE = new Surroundings(List.of(), Map.of());

  public Surroundings {
    observations = List.copyOf(observations);
    mappings = Map.copyOf(mappings);
  }
}
