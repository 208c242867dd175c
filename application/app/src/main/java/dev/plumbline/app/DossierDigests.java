package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.Extension;
import dev.plumbline.dossier.Family;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
          "record/waivers.jsonl",
          "record/team.jsonl");

  private DossierDigests() {}

  /** By path relative to the dossier, its base's among them; files that are absent are left out. */
  static Map<String, Digest> of(Workspace workspace) throws IOException {
    Map<String, Digest> digests = new TreeMap<>();
    add("", workspace.folder(), workspace.dossier(), digests);
    Optional<Family> family = workspace.dossier().family();
    if (family.isPresent()) {
      Extension extension = family.get().extension();
      DossierFolder base = workspace.folder().beside(extension);
      add(extension.dossier() + "/", base, family.get().base(), digests);
    }
    return digests;
  }

  private static void add(
      String before, DossierFolder folder, Dossier dossier, Map<String, Digest> digests)
      throws IOException {
    Problems told = new Problems();
    List<String> names = new ArrayList<>(folder.yamlFiles(told));
    names.addAll(JOURNALS);
    for (String name : names) {
      Optional<Path> file = folder.file(name, told);
      if (file.isPresent()) {
        try (InputStream in = Files.newInputStream(file.get())) {
          digests.put(before + name, Digest.of(in));
        }
      }
    }
    for (EvidenceFile file : dossier.evidence().values()) {
      digests.put(before + file.path(), file.sha256());
    }
  }
}
