package dev.plumbline.scheme;

import dev.plumbline.catalogue.scheme.Proof;
import dev.plumbline.catalogue.scheme.Proof.Accepted;
import dev.plumbline.core.Attestor;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.SchemeEvidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why an entry of schemes.yaml counts or does not. */
final class Backing {
  /** Reasons why an entry does not count. */
  enum Fault {
    /** There is no evidence: a bare statement. */
    CLAIM,
    /** A file that is named is not in the evidence. */
    ABSENT,
    /** Evidence of another software version, or of none where one is needed. */
    OTHER_SOFTWARE,
    /** Said by somebody who may not. */
    WHO,
    /** The evidence is not what Plumbline read such a thing from. */
    NOT_READ,
    /** Said on a later day. */
    NOT_YET,
    /** No longer valid. */
    EXPIRED
  }

  /** A fault with the sentence that tells it. */
  record Told(Fault fault, String text) {}

  private final Map<String, EvidenceFile> files;
  private final String software;
  private final Knowledge knowledge;

  Backing(Map<String, EvidenceFile> files, String software, Knowledge knowledge) {
    this.files = files;
    this.software = software;
    this.knowledge = knowledge;
  }

  /** What keeps an entry from counting on a day; empty where it counts. */
  Optional<Told> fault(SchemeEvidence entry, Proof proof, LocalDate on) {
    Optional<Told> day = day(entry, on);
    return day.isPresent() ? day : files(entry, proof);
  }

  private static Optional<Told> day(SchemeEvidence entry, LocalDate on) {
    if (entry.evidence().isEmpty()) {
      return told(Fault.CLAIM, said(entry) + ", without evidence: a claim.");
    }
    if (entry.date().isAfter(on)) {
      return told(Fault.NOT_YET, said(entry) + ", which is after the day.");
    }
    return entry
        .until()
        .filter(u -> u.isBefore(on))
        .flatMap(u -> told(Fault.EXPIRED, said(entry) + ", valid until " + u + " only."));
  }

  private Optional<Told> files(SchemeEvidence entry, Proof proof) {
    for (Digest digest : entry.evidence()) {
      EvidenceFile file = files.get(digest.hex());
      if (file == null) {
        return told(Fault.ABSENT, "evidence.yaml has no " + digest.shortForm() + ".");
      }
      if (!file.softwareVersion().isBlank() && !file.softwareVersion().equals(software)) {
        return told(
            Fault.OTHER_SOFTWARE,
            file.path()
                + " is of software "
                + file.softwareVersion()
                + "; under assessment is "
                + software
                + ".");
      }
    }
    Told worst = new Told(Fault.WHO, said(entry) + ", who may not say so here.");
    for (Accepted way : proof.accepts()) {
      if (!way.from().contains(entry.as())) {
        continue;
      }
      Optional<Told> fault = way(entry, way);
      if (fault.isEmpty()) {
        return Optional.empty();
      }
      worst = fault.get();
    }
    return Optional.of(worst);
  }

  private Optional<Told> way(SchemeEvidence entry, Accepted way) {
    List<EvidenceFile> named =
        entry.evidence().stream()
            .flatMap(d -> Optional.ofNullable(files.get(d.hex())).stream())
            .toList();
    if (way.ofSoftware() && named.stream().anyMatch(f -> f.softwareVersion().isBlank())) {
      return told(
          Fault.OTHER_SOFTWARE, "evidence.yaml does not say of which software its evidence is.");
    }
    if (!way.readAs().isEmpty()
        && way.readAs().stream().noneMatch(o -> knowledge.readFrom(o, entry.evidence()))) {
      return told(
          Fault.NOT_READ,
          "Plumbline has not read its evidence as "
              + way.readAs().stream().map(Proof.Observed::key).collect(Collectors.joining(" or "))
              + " of the software under assessment.");
    }
    return Optional.empty();
  }

  static String said(SchemeEvidence entry) {
    return "Said by " + entry.by() + " (" + word(entry.as()) + ") on " + entry.date();
  }

  private static String word(Attestor attestor) {
    return attestor.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Optional<Told> told(Fault fault, String text) {
    return Optional.of(new Told(fault, text));
  }
}
