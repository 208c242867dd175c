package dev.plumbline.reports;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.RecordState;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a report needs beside the result.
 *
 * @param at when the report is made
 * @param tool name and version of the program
 * @param dossier what was assessed
 * @param files digests of the files of the dossier, and of the reports that were written before
 *     this one, by their names
 * @param excerpt reads a stretch of an evidence file; empty when it is not there
 * @param record how far the record of the dossier has come
 */
public record ReportContext(
    Instant at,
    String tool,
    Dossier dossier,
    Map<String, Digest> files,
    Function<EvidenceRef, Optional<byte[]>> excerpt,
    RecordState record) {
  public ReportContext {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** What a report needs of a dossier without a record. */
  public ReportContext(
      Instant at,
      String tool,
      Dossier dossier,
      Map<String, Digest> files,
      Function<EvidenceRef, Optional<byte[]>> excerpt) {
    this(at, tool, dossier, files, excerpt, RecordState.NONE);
  }

  /** The same, with these files. */
  public ReportContext withFiles(Map<String, Digest> other) {
    return new ReportContext(at, tool, dossier, other, excerpt, record);
  }

  /** Where an evidence file lies: in the dossier, or in that of its base. */
  public String evidencePath(EvidenceRef ref) {
    String hex = ref.sha256().hex();
    return Optional.ofNullable(dossier.evidence().get(hex))
        .map(EvidenceFile::path)
        .or(
            () ->
                dossier
                    .family()
                    .flatMap(
                        f ->
                            Optional.ofNullable(f.base().evidence().get(hex))
                                .map(e -> f.extension().dossier() + "/" + e.path())))
        .orElse("evidence/" + hex);
  }

  /** The version of the program alone, from its name and version. */
  public String toolVersion() {
    return tool.substring(tool.lastIndexOf(' ') + 1);
  }
}
