package dev.plumbline.app;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.EvidenceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Digests of what a dossier holds, for reports that say what they are about. */
final class DossierDigests {
  private static final List<String> JOURNALS =
      List.of(
          "evidence.yaml",
          "record/observations.jsonl",
          "record/decisions.jsonl",
          "record/waivers.jsonl");

  private DossierDigests() {}

  /** By path relative to the dossier; files that are not there are left out. */
  static Map<String, Digest> of(Workspace workspace) throws IOException {
    Problems told = new Problems();
    Map<String, Digest> digests = new TreeMap<>();
    for (String name : workspace.folder().yamlFiles(told)) {
      add(workspace, name, digests, told);
    }
    for (String name : JOURNALS) {
      add(workspace, name, digests, told);
    }
    for (EvidenceFile file : workspace.dossier().evidence().values()) {
      digests.put(file.path(), file.sha256());
    }
    return digests;
  }

  private static void add(
      Workspace workspace, String name, Map<String, Digest> digests, Problems told)
      throws IOException {
    Optional<Path> file = workspace.folder().file(name, told);
    if (file.isPresent()) {
      try (InputStream in = Files.newInputStream(file.get())) {
        digests.put(name, Digest.of(in));
      }
    }
  }
}
