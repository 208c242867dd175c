package dev.plumbline.dossier.folder;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.SchemeEvidence;
import dev.plumbline.dossier.SecretUse;
import dev.plumbline.dossier.Waiver;
import dev.plumbline.dossier.file.BasePath;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.file.Secrets;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.dossier.journal.Journal;
import dev.plumbline.dossier.journal.JournalType;
import dev.plumbline.dossier.product.ProductReader;
import dev.plumbline.dossier.signed.PolicyOnRecord;
import dev.plumbline.dossier.signed.ReviewPolicy;
import dev.plumbline.dossier.signed.Signed;
import dev.plumbline.dossier.signed.Team;
import dev.plumbline.dossier.signed.TeamRecord;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what one directory holds, whatever it extends.
 *
 * @param secrets variables that {@code passwordEnv} may name
 */
public record DossierReading(DossierFiles files, Secrets secrets) {
  /**
   * Reads everything.
   *
   * @param declared receives what is wrong with the declaration
   * @param gathered receives what is wrong with evidence and record
   * @return empty when product.yaml cannot be used at all
   */
  Optional<Dossier> read(Problems declared, Problems gathered) {
    Optional<Product> product =
        mapping(ProductReader.FILE, Need.REQUIRED, declared)
            .map(m -> new ProductReader(files, secrets, declared).read(m));
    boolean variant = product.flatMap(Product::extension).isPresent();
    EvidenceIndex evidence = new EvidenceReader(files, gathered).read();
    Ics ics =
        mapping(IcsReader.FILE, variant ? Need.OPTIONAL : Need.REQUIRED, declared)
            .map(
                m ->
                    new IcsReader(declared)
                        .read(m, product.map(Product::edition).orElse(""), evidence))
            .orElse(new Ics(Map.of(), Map.of(), Map.of()));
    Ixit ixit = new IxitReader(files, declared).read();
    var observations =
        VerifiedEvidence.of(files, evidence, gathered)
            .observations(
                journal(DossierWriter.OBSERVATIONS, JournalType.OBSERVATION, gathered),
                DossierWriter.OBSERVATIONS,
                gathered);
    var decisions =
        observations
            .evidence()
            .decisions(
                journal(DossierWriter.DECISIONS, JournalType.DECISION, gathered),
                DossierWriter.DECISIONS,
                gathered);
    List<Waiver> waivers = journal(DossierWriter.WAIVERS, JournalType.WAIVER, gathered);
    Team team =
        ruled(
            decisions.records(), journal(DossierWriter.TEAM, JournalType.TEAM, gathered), declared);
    new SignatureProblems(gathered).tell(decisions.records(), team);
    List<SchemeEvidence> schemes = new SchemesReader(files, gathered).read(evidence);
    return product.map(
        p ->
            new Dossier(
                    p,
                    ics,
                    ixit,
                    decisions.evidence().sound(),
                    observations.records(),
                    decisions.records(),
                    waivers,
                    schemes)
                .withUnbacked(decisions.evidence().faults())
                .withTeam(team));
  }

  /**
   * Reads what people decided and said, and nothing else.
   *
   * @param known the dossier as it was read, with all of its evidence sound
   * @param problems receives all that is wrong with these journals
   */
  Dossier people(Dossier known, Problems problems) {
    List<Decision> decisions =
        new VerifiedEvidence(known.evidence(), known.unbacked())
            .decisions(
                journal(DossierWriter.DECISIONS, JournalType.DECISION, problems),
                DossierWriter.DECISIONS,
                problems)
            .records();
    Team team = ruled(decisions, journal(DossierWriter.TEAM, JournalType.TEAM, problems), problems);
    new SignatureProblems(problems).tell(decisions, team);
    return known.withPeople(decisions, team);
  }

  /**
   * Whether product.yaml names another dossier as a variant of this one.
   *
   * @param own the directory of this dossier, absolute and without {@code ..}
   * @param variant the same of the other
   */
  boolean names(Path own, Path variant) {
    Problems unread = new Problems();
    return mapping(ProductReader.FILE, Need.OPTIONAL, unread)
        .map(m -> new ProductReader(files, secrets, unread).variants(m))
        .orElse(List.of())
        .stream()
        .anyMatch(way -> BasePath.resolve(own, way).equals(variant));
  }

  /** The environment variables that product.yaml wants. */
  List<SecretUse> wanted() {
    Problems unread = new Problems();
    return mapping(ProductReader.FILE, Need.OPTIONAL, unread)
        .map(m -> new ProductReader(files, secrets, unread).secrets(m))
        .orElse(List.of());
  }

  /**
   * What people said, under the rules of policy.yaml. Where the file is gone that records name,
   * every verdict needs a review: to remove a file must not lift a rule.
   */
  private Team ruled(List<Decision> decisions, List<TeamRecord> said, Problems problems) {
    boolean there = hasPolicy();
    Team team = new Team(said, there ? policy(problems) : ReviewPolicy.NONE);
    Optional<Signed> other =
        PolicyOnRecord.underOtherRules(
            Stream.concat(
                    decisions.stream().flatMap(d -> d.signed().stream()),
                    said.stream().map(TeamRecord::signed))
                .toList(),
            team);
    if (other.isEmpty()) {
      return team;
    }
    String last = Shape.shown(other.get().author().name()) + " on " + other.get().at();
    problems.warning(
        "PLB-1079",
        Place.of(ReviewPolicyReader.FILE),
        there
            ? "The rules were changed since " + last + " recorded under other ones."
            : "The file is gone. Its rules were in force when " + last + " recorded.",
        there
            ? "Ask who changed them. The next sign-off accepts the rules as they are now."
            : "Bring it back. Until then every verdict of a person needs a review. To do without"
                + " reviews, write 'review: []'.");
    return there ? team : new Team(said, ReviewPolicyReader.unreadable());
  }

  private boolean hasPolicy() {
    return files.regular(ReviewPolicyReader.FILE, Need.OPTIONAL, new Problems()).isPresent();
  }

  private ReviewPolicy policy(Problems problems) {
    return mapping(ReviewPolicyReader.FILE, Need.REQUIRED, problems)
        .map(m -> new ReviewPolicyReader(problems).read(m))
        .orElseGet(ReviewPolicyReader::unreadable);
  }

  private <T> List<T> journal(String name, JournalType<T> type, Problems problems) {
    Optional<Path> file = files.regular(name, Need.OPTIONAL, problems);
    if (file.isEmpty()) {
      return List.of();
    }
    try (InputStream in = DossierFiles.open(file.get())) {
      return Journal.read(in, name, type, problems).records();
    } catch (IOException e) {
      problems.error(
          "PLB-1016",
          Place.of(name),
          "The file cannot be read: " + DossierFiles.reason(e) + ".",
          "Give yourself the right to read it.");
      return List.of();
    }
  }

  private Optional<Mapping> mapping(String file, Need need, Problems problems) {
    return files
        .text(file, need, problems)
        .flatMap(t -> YamlReader.read(t, file, problems))
        .flatMap(n -> Shape.root(n, problems));
  }
}
