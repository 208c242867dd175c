package dev.plumbline.dossier;

import dev.plumbline.core.Digest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far the record of a dossier had come: enough to tell later whether what it held then is still
 * there as it was, and nothing of what it holds.
 *
 * @param journals those that are there
 * @param index digest of evidence.yaml; empty where there is none
 * @param evidence digest of each entry of evidence.yaml, by the digest of its file in hex
 */
public record RecordState(
    List<JournalState> journals, Optional<Digest> index, Map<String, Digest> evidence) {
  /** Of a dossier without a record. */
  public static final RecordState NONE = new RecordState(List.of(), Optional.empty(), Map.of());

  public RecordState {
    journals = List.copyOf(journals);
    evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
  }

  /**
   * A journal as it stands.
   *
   * @param file relative to the dossier
   * @param lines whole lines
   * @param bytes of the file
   * @param sha256 of the file
   * @param head digest of the last line; of no bytes where there is none
   * @param before digest of the line before the last, which the last one names
   */
  public record JournalState(
      String file, long lines, long bytes, Digest sha256, Digest head, Digest before) {
    public JournalState {
      if (lines < 0 || bytes < 0) {
        throw new IllegalArgumentException("a journal has no " + lines + " lines");
      }
    }
  }

  /** The journal of that name. */
  public Optional<JournalState> journal(String file) {
    return journals.stream().filter(j -> j.file().equals(file)).findFirst();
  }
}
