package dev.plumbline.catalogue;

import java.util.List;

/**
 * Where the facts of an edition come from.
 *
 * @param unknown what no source gave; shown, never filled
 */
public record Provenance(String method, List<String> sources, List<String> unknown) {
  public Provenance {
    sources = List.copyOf(sources);
    unknown = List.copyOf(unknown);
  }
}
