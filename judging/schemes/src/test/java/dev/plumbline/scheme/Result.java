package dev.plumbline.scheme;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Attestor;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.TableRole;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.SchemeEvidence;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.SectionResult;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.plan.Standing;
import dev.plumbline.judging.traffic.TrafficSeen;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.kit.CompleteFacts;
import dev.plumbline.yaml.YamlReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A result in which every provision passes, changed step by step by a test. */
final class Result {
  static final Map<EditionId, Catalogue> EDITIONS = CatalogueLoader.all();

  private final Catalogue catalogue;
  private final Map<ProvisionId, Stand> stands = new HashMap<>();
  private final Map<String, EvidenceFile> evidence = new HashMap<>();
  private final List<SchemeEvidence> entries = new ArrayList<>();
  private final List<Observation> observations = new ArrayList<>();
  private final Map<String, Cell> cells = new HashMap<>();

  /** How one provision stands. */
  enum Stand {
    PASS(Standing.CLAIMED, Optional.of(Verdict.PASS)),
    FAIL(Standing.CLAIMED, Optional.of(Verdict.FAIL)),
    REFUSED(Standing.REFUSED, Optional.of(Verdict.FAIL)),
    INCONCLUSIVE(Standing.CLAIMED, Optional.of(Verdict.INCONCLUSIVE)),
    UNSETTLED(Standing.UNSETTLED, Optional.of(Verdict.INCONCLUSIVE)),
    /** Each of its open items was searched, and waits for a person. */
    SEARCHED(Standing.CLAIMED, Optional.of(Verdict.INCONCLUSIVE)),
    /** Passes since a person confirmed a search. */
    CONFIRMED(Standing.CLAIMED, Optional.of(Verdict.PASS)),
    ABSENT(Standing.NOT_APPLICABLE, Optional.of(Verdict.NOT_APPLICABLE)),
    /** No result of the engine has this; it must not count all the same. */
    ABSENT_BY_CLAIM(Standing.CLAIMED, Optional.of(Verdict.NOT_APPLICABLE)),
    DECLINED(Standing.DECLINED, Optional.empty());

    private final Standing standing;
    private final Optional<Verdict> verdict;

    Stand(Standing standing, Optional<Verdict> verdict) {
      this.standing = standing;
      this.verdict = verdict;
    }
  }

  Result(EditionId edition) {
    this.catalogue = edition(edition);
  }

  static Catalogue edition(EditionId id) {
    return Optional.ofNullable(EDITIONS.get(id)).orElseThrow();
  }

  Result with(String provision, Stand stand) {
    stands.put(new ProvisionId(provision), stand);
    return this;
  }

  Result withAll(Stand stand) {
    catalogue.provisions().keySet().forEach(id -> stands.put(id, stand));
    return this;
  }

  Assessment assessment() {
    List<SectionResult> sections =
        catalogue.edition().sections().stream()
            .map(
                s ->
                    new SectionResult(
                        s,
                        Optional.empty(),
                        Counts.NONE,
                        catalogue.provisions().values().stream()
                            .filter(p -> p.id().section().equals(s.id()))
                            .map(this::group)
                            .toList()))
            .toList();
    return new Assessment(
        product(),
        catalogue,
        policy(),
        Verdict.INCONCLUSIVE,
        Map.of(),
        Counts.NONE,
        sections,
        List.of(),
        List.of(),
        new TrafficSeen.None("No capture."));
  }

  /** A file of the evidence, and an entry of schemes.yaml for something asked that names it. */
  Result saying(String scheme, String level, String ask, Attestor as, EvidenceFile... named) {
    return saying(
        new SchemeEvidence(
            scheme,
            level,
            ask,
            Arrays.stream(named).map(EvidenceFile::sha256).toList(),
            "Somebody",
            as,
            LocalDate.of(2026, 11, 1),
            Optional.empty(),
            "What is asked",
            Map.of()),
        named);
  }

  Result saying(SchemeEvidence entry, EvidenceFile... named) {
    Arrays.stream(named).forEach(f -> evidence.put(f.sha256().hex(), f));
    entries.add(entry);
    return this;
  }

  Result seeing(Observation observation) {
    observations.add(observation);
    return this;
  }

  /** A field of the record of 2-UserInfo. */
  Result declaring(String field, String value) {
    cells.put(field, new Cell(field, YamlReader.read(value, "c", new Problems()).orElseThrow()));
    return this;
  }

  static EvidenceFile file(String name, String softwareVersion) {
    return new EvidenceFile(
        Digest.of(name),
        "evidence/" + name,
        name,
        "",
        "",
        "",
        "",
        Instant.parse("2026-11-01T00:00:00Z"),
        softwareVersion);
  }

  static Observation seen(
      String key, Map<String, Object> value, Map<String, Object> coverage, EvidenceFile from) {
    Stored whole = CompleteFacts.of(key, value, coverage);
    return new Observation(
        key,
        "DUT",
        Observation.Outcome.SEEN,
        whole.value(),
        whole.coverage(),
        "",
        new Observation.Source(
            "tool", "1", "1.0", "U-1", "initialized", "r", Instant.parse("2026-11-02T00:00:00Z")),
        Optional.of(new EvidenceRef(from.sha256(), 0, 1)));
  }

  Facts facts(LocalDate day) {
    IxitEntry record =
        new IxitEntry("2-UserInfo", IxitEntry.RECORD, cells, Place.of("ixit/2-UserInfo.yaml"));
    Dossier dossier =
        new Dossier(
            product(),
            new Ics(Map.of(), Map.of(), Map.of()),
            new Ixit(
                Map.of("2-UserInfo", List.of(record)),
                Map.of(TableRole.USER_INFORMATION, List.of("2-UserInfo"))),
            evidence,
            observations,
            List.of(),
            List.of(),
            entries);
    return Facts.of(catalogue, dossier, policy(), day);
  }

  private static CryptoPolicy policy() {
    return new CryptoPolicy("p", LocalDate.of(2026, 1, 1), "p", Map.of(), Digest.of("p"));
  }

  private GroupResult group(Provision provision) {
    Stand stand = stands.getOrDefault(provision.id(), Stand.PASS);
    return new GroupResult(
        provision,
        Optional.ofNullable(catalogue.groups().get(provision.id())).orElseThrow(),
        Optional.empty(),
        stand.standing,
        stand.verdict,
        "It stands at " + stand + ".",
        Counts.NONE,
        switch (stand) {
          case SEARCHED -> Searches.cases(catalogue, provision, false);
          case CONFIRMED -> Searches.cases(catalogue, provision, true);
          default -> List.of();
        });
  }

  private Product product() {
    return new Product(
        catalogue.edition().id().version(),
        "Maker",
        "Camera",
        "C1",
        "A",
        "1.0",
        "U-1",
        "initialized",
        "S1",
        "",
        List.of(),
        Optional.empty(),
        List.of(),
        new Product.LoginBudget(0, 0),
        List.of(),
        List.of(),
        Place.of("product.yaml"));
  }
}
