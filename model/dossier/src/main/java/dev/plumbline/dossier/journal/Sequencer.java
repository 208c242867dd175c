package dev.plumbline.dossier.journal;

import dev.plumbline.core.Digest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives a record its place in the order of a journal. What the record says, and its signature, are
 * the same at every place.
 */
public final class Sequencer {
  /** What the first line names as the one before it: the digest of no bytes. */
  public static final Digest START = Digest.of(new byte[0]);

  private Sequencer() {}

  /**
   * The fields of a line: the record with the digest of the line before it, and a signed record
   * with its number, too.
   *
   * @param record with its type, without a place
   * @param place number of the line, from 1
   * @param before digest of the line before
   */
  public static Map<String, Object> placed(Map<String, Object> record, long place, Digest before) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", record.getOrDefault("type", ""));
    if (record.containsKey("signature")) {
      fields.put("seq", place);
    }
    fields.put("prev", before.hex());
    fields.putAll(record);
    return fields;
  }
}
