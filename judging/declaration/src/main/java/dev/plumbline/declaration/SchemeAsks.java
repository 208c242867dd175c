package dev.plumbline.declaration;

import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.Proof;
import dev.plumbline.catalogue.scheme.Requirement;
import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.core.Digest;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.SchemeEvidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Entries of schemes.yaml: that they are about something asked, and can count for it. */
final class SchemeAsks implements Concern {

  @Override
  public void look(DatedDossier declared, Found found) {
    List<SchemeEvidence> entries = declared.dossier().schemeEvidence();
    if (entries.isEmpty()) {
      return;
    }
    SchemeCatalogue schemes = Schemes.load();
    for (SchemeEvidence entry : entries) {
      asked(entry, schemes, found).ifPresent(proof -> who(entry, proof, found));
      dates(entry, declared.today(), found);
      evidence(entry, declared, found);
    }
  }

  private static Optional<Proof> asked(SchemeEvidence entry, SchemeCatalogue schemes, Found found) {
    Optional<Scheme> scheme = schemes.scheme(entry.scheme());
    if (scheme.isEmpty()) {
      List<String> known = schemes.schemes().stream().map(Scheme::id).toList();
      found.add(
          "PLB-6030",
          entry.place("scheme"),
          Texts.shown(entry.scheme()),
          Texts.instead(entry.scheme(), known));
      return Optional.empty();
    }
    Optional<Level> level = scheme.get().level(entry.level());
    if (level.isEmpty()) {
      List<String> known = scheme.get().levels().stream().map(Level::id).toList();
      found.add(
          "PLB-6031",
          entry.place("level"),
          entry.scheme(),
          Texts.shown(entry.level()),
          Texts.instead(entry.level(), known));
      return Optional.empty();
    }
    if (entry.ask().equals(SchemeEvidence.ONLY_FOR) && !level.get().onlyFor().isEmpty()) {
      return Optional.of(schemes.productKind());
    }
    Optional<Proof> proof = ask(level.get(), entry.ask()).map(Requirement::proof);
    if (proof.isEmpty()) {
      found.add(
          "PLB-6032",
          entry.place("ask"),
          entry.scheme() + " " + entry.level(),
          Texts.shown(entry.ask()),
          instead(entry, scheme.get(), level.get()));
    }
    return proof;
  }

  private static Optional<Requirement> ask(Level level, String id) {
    return level.requirements().stream().filter(r -> r.id().equals(id)).findFirst();
  }

  private static String instead(SchemeEvidence entry, Scheme scheme, Level level) {
    Optional<Level> elsewhere =
        scheme.levels().stream().filter(l -> ask(l, entry.ask()).isPresent()).findFirst();
    if (elsewhere.isPresent()) {
      return "Write level '" + elsewhere.get().id() + "', which asks for it.";
    }
    List<String> known =
        new ArrayList<>(level.requirements().stream().map(Requirement::id).toList());
    if (!level.onlyFor().isEmpty()) {
      known.add(SchemeEvidence.ONLY_FOR);
    }
    return Texts.instead(entry.ask(), known);
  }

  private static void who(SchemeEvidence entry, Proof proof, Found found) {
    if (proof.accepts().stream().noneMatch(a -> a.from().contains(entry.as()))) {
      found.add(
          "PLB-6038",
          entry.place("as"),
          entry.as().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          entry.ask(),
          proof.says());
    }
  }

  private static void dates(SchemeEvidence entry, LocalDate today, Found found) {
    Optional<LocalDate> until = entry.until();
    if (until.filter(u -> u.isBefore(entry.date())).isPresent()) {
      found.add("PLB-6034", entry.place("until"), until.get(), entry.date());
    } else if (until.filter(u -> u.isBefore(today)).isPresent()) {
      found.add("PLB-6035", entry.place("until"), entry.ask(), until.get());
    }
    if (entry.date().isAfter(today)) {
      found.add("PLB-6036", entry.place("date"), entry.date());
    }
  }

  private static void evidence(SchemeEvidence entry, DatedDossier declared, Found found) {
    if (entry.evidence().isEmpty()) {
      found.add("PLB-6033", entry.place("ask"), entry.ask());
    }
    Map<String, EvidenceFile> files = declared.dossier().evidence();
    String current = declared.dossier().product().softwareVersion();
    for (Digest digest : entry.evidence()) {
      Optional.ofNullable(files.get(digest.hex()))
          .filter(f -> !f.softwareVersion().isBlank() && !f.softwareVersion().equals(current))
          .ifPresent(
              f ->
                  found.add(
                      "PLB-6037",
                      entry.place("evidence"),
                      f.path(),
                      f.softwareVersion(),
                      current.isBlank() ? "not declared" : current));
    }
  }
}
