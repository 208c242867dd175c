package dev.plumbline.app.team;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.signed.TeamRecord;
import dev.plumbline.dossier.signed.TeamRecord.Review;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The digest of a state that somebody signs off: what is declared, what was observed, decided,
 * reviewed and accepted, and the evidence. Comments, questions and assignments are no part of it,
 * nor is the place of a decision in its journal, so that joining branches alone changes nothing.
 */
final class DossierDigest {
  private static final List<String> JOURNALS =
      List.of("evidence.yaml", "record/observations.jsonl", "record/waivers.jsonl");

  private DossierDigest() {}

  static Digest of(Workspace workspace) throws IOException {
    List<String> parts = new ArrayList<>();
    add("", workspace.folder(), workspace.dossier(), parts);
    Optional<DossierFolder> base = workspace.base();
    if (base.isPresent()) {
      add("base/", base.get(), workspace.dossier().family().orElseThrow().base(), parts);
    }
    return Digest.ofParts(parts);
  }

  private static void add(String before, DossierFolder folder, Dossier dossier, List<String> parts)
      throws IOException {
    Problems told = new Problems();
    List<String> names = new ArrayList<>(folder.yamlFiles(told));
    names.addAll(JOURNALS);
    for (String name : names.stream().distinct().sorted().toList()) {
      Optional<Path> file = folder.file(name, told);
      if (file.isPresent()) {
        try (InputStream in = Files.newInputStream(file.get(), LinkOption.NOFOLLOW_LINKS)) {
          parts.add(before + name + " " + Digest.of(in).hex());
        }
      }
    }
    List<Digest> records = new ArrayList<>();
    dossier.decisions().stream().map(Decision::digest).forEach(records::add);
    dossier.team().records().stream()
        .filter(Review.class::isInstance)
        .map(TeamRecord::signed)
        .forEach(s -> records.add(s.digest()));
    records.stream().sorted().forEach(d -> parts.add(before + d.hex()));
    dossier.evidence().keySet().stream().sorted().forEach(hex -> parts.add(before + hex));
  }
}
