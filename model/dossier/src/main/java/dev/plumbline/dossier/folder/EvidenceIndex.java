package dev.plumbline.dossier.folder;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.EvidenceFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of evidence.yaml.
 *
 * @param files by digest in hex, in the order of the file
 * @param places where each entry stands
 */
public record EvidenceIndex(Map<String, EvidenceFile> files, Map<String, Place> places) {
  private static final int SHORTEST = 8;

  public EvidenceIndex {
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    places = Map.copyOf(places);
  }

  Place place(Digest digest) {
    return places.getOrDefault(digest.hex(), Place.of(EvidenceReader.FILE));
  }

  /**
   * The entry that a path, a digest or the first digits of one name; empty when none or several.
   */
  Optional<EvidenceFile> named(String name) {
    List<EvidenceFile> found =
        files.values().stream()
            .filter(
                f ->
                    f.path().equals(name)
                        || (name.length() >= SHORTEST && f.sha256().hex().startsWith(name)))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
