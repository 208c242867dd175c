package dev.plumbline.reports;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.Severity;
import dev.plumbline.core.UnitId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Waiver;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.CaseResult;
import dev.plumbline.judging.Grounds;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.SectionResult;
import dev.plumbline.judging.SeenFlaw;
import dev.plumbline.judging.TraceStep;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.judging.WaivedItem;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Contradiction;
import dev.plumbline.judging.fact.NamedFact;
import dev.plumbline.judging.fact.QuestionLog;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.plan.Standing;
import dev.plumbline.judging.traffic.Contact;
import dev.plumbline.judging.traffic.Listed;
import dev.plumbline.judging.traffic.Secrecy;
import dev.plumbline.judging.traffic.TrafficSeen;
import dev.plumbline.judging.traffic.Volumes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A small result with one item of every kind, and with foreign text wherever it can stand. */
final class Results {
  private static final Catalogue CATALOGUE = CatalogueLoader.load(EditionId.named("3.1.3"));
  static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

  private Results() {}

  /** A result whose product, banners, reasons and places carry this text. */
  static Assessment with(String foreign) {
    return with(foreign, List.of());
  }

  /** The same result with one item more, whose open question was searched. */
  static Assessment searched(String foreign) {
    return with(foreign, List.of(searchedItem(foreign)));
  }

  private static Assessment with(String foreign, List<Judged> more) {
    Observation seen =
        new Observation(
            "service.identified",
            "tcp/127.0.0.9/2323",
            Observation.Outcome.SEEN,
            Map.of("banner", foreign, "protocol", "telnet"),
            Map.of("spoke", List.of("telnet")),
            "",
            new Observation.Source(
                "service-identification", "1", "1.0", "A", "initialized", "r1", AT),
            Optional.of(new EvidenceRef(Digest.of("evidence"), 3, 40)));
    Judged failed =
        judged(
            "5.6-1-2c",
            ItemId.DUT,
            new Finding.Violated("Open: " + foreign, "Close it: " + foreign),
            List.of(seen),
            List.of(
                new Contradiction(
                    new Place("ixit/28-LogIntf.yaml", 4, 7),
                    "declared " + foreign,
                    "observed " + foreign,
                    seen)));
    Judged passed =
        judged(
            "5.6-1-2a",
            "28-LogIntf/" + foreign,
            new Finding.Holds("As declared."),
            List.of(seen),
            List.of());
    Judged open =
        judged(
            "5.6-1-2b",
            ItemId.DUT,
            new Finding.Undetermined("Nobody looked: " + foreign),
            List.of(),
            List.of());
    Judged broken =
        judged("5.6-1-1a", ItemId.DUT, new Finding.Errored("Rule failed."), List.of(), List.of());
    Judged absent =
        judged(
            "5.6-1-1b",
            ItemId.DUT,
            new Finding.NotApplicable("No such interface."),
            List.of(),
            List.of());
    GroupResult group =
        group(
            "5.6-1",
            Standing.CLAIMED,
            Optional.of(Verdict.FAIL),
            Stream.concat(Stream.of(failed, passed, open, broken, absent), more.stream()).toList());
    GroupResult declined = group("5.6-5", Standing.DECLINED, Optional.empty(), List.of());
    SectionResult section =
        new SectionResult(
            CATALOGUE.edition().sections().get(6),
            Optional.of(Verdict.FAIL),
            group.counts(),
            List.of(group, declined));
    return new Assessment(
        Written.product(foreign),
        CATALOGUE,
        new CryptoPolicy(
            "test-policy", LocalDate.of(2026, 11, 1), "Test", Map.of(), Digest.of("policy")),
        Verdict.FAIL,
        Map.of(Verdict.FAIL, 1),
        group.counts(),
        List.of(section),
        List.of(
            new Problem(
                "PLB-3001",
                Severity.WARNING,
                new Place("ics.yaml", 3, 5),
                "Wrong: " + foreign,
                "Write it.")),
        List.of("The roll-up rule is derived. " + foreign),
        traffic(foreign),
        List.of(
            waived(foreign, WaivedItem.State.IN_FORCE, failed.item().id()),
            waived(foreign, WaivedItem.State.VANISHED, ItemId.parse("5.6-1-2a@28-LogIntf/Gone"))),
        Optional.empty());
  }

  /** An item whose open question was searched, with the questions of its check. */
  private static Judged searchedItem(String foreign) {
    Observation seen =
        Written.observed("tcp.open-ports", Map.of("open", List.of(80L)), Map.of(), "1.0");
    Judged bare =
        judged(
            "5.6-2-2a",
            "28-LogIntf/LogIntf-1",
            new Finding.Searched(
                "None of the 65,535 ports tried is open and not declared.",
                List.of("65,535 TCP ports of 192.0.2.1"),
                List.of("UDP ports that did not answer: " + foreign)),
            List.of(seen),
            List.of());
    QuestionLog questionLog =
        new QuestionLog(
            List.of(
                new QuestionLog.Entry(
                    "Is each open port declared?",
                    "address/192.0.2.1",
                    QuestionLog.Reply.YES,
                    "all 2 are",
                    Optional.of(new NamedFact.Observed(seen)),
                    List.of()),
                new QuestionLog.Entry(
                    "Is each service declared?",
                    foreign,
                    QuestionLog.Reply.OPEN,
                    "not answered",
                    Optional.empty(),
                    List.of(new Remedy.RunProbe(List.of("service-identification"))))),
            List.of(),
            List.of());
    return new Judged(
        bare.item(),
        bare.finding(),
        bare.by(),
        bare.machine(),
        bare.decision(),
        bare.stale(),
        bare.executed(),
        bare.basis(),
        bare.contradictions(),
        Grounds.of(bare.basisDigest(), bare.trace(), questionLog),
        Optional.empty());
  }

  /** A result of one provision, of which nothing but a search is left to confirm. */
  static Assessment searchedAlone() {
    Assessment a = with("Camera");
    Counts counts = new Counts(1, 1, 1, 0, 0, 0, 0, 1);
    GroupResult group =
        group(
            "5.6-2",
            Standing.CLAIMED,
            Optional.of(Verdict.INCONCLUSIVE),
            List.of(searchedItem("Camera")));
    return new Assessment(
        a.product(),
        a.catalogue(),
        a.policy(),
        Verdict.INCONCLUSIVE,
        Map.of(Verdict.INCONCLUSIVE, 1),
        counts,
        List.of(
            new SectionResult(
                a.sections().getFirst().section(), group.verdict(), counts, List.of(group))),
        List.of(),
        List.of(),
        a.traffic());
  }

  /** The result with a flaw that was seen at a provision declined with a reason. */
  static Assessment seenAside(String foreign) {
    Assessment a = with(foreign);
    SectionResult section = a.sections().getFirst();
    GroupResult declined = section.groups().getLast();
    GroupResult shown =
        new GroupResult(
            declined.provision(),
            declined.group(),
            declined.answer(),
            declined.standing(),
            declined.verdict(),
            declined.reason(),
            declined.counts(),
            declined.cases(),
            List.of(
                new SeenFlaw(
                    ItemId.parse("5.6-5-2a@DUT"),
                    "Seen aside: " + foreign,
                    List.of(Written.observed("tcp.open-ports", Map.of(), Map.of(), "1.0")),
                    Optional.empty(),
                    true)));
    return new Assessment(
        a.product(),
        a.catalogue(),
        a.policy(),
        a.verdict(),
        a.verdicts(),
        a.counts(),
        List.of(
            new SectionResult(
                section.section(),
                section.verdict(),
                section.counts(),
                List.of(section.groups().getFirst(), shown))),
        a.problems(),
        a.remarks(),
        a.traffic());
  }

  /** The same result, with other traffic. */
  static Assessment with(TrafficSeen traffic) {
    Assessment a = with("Camera");
    return new Assessment(
        a.product(),
        a.catalogue(),
        a.policy(),
        a.verdict(),
        a.verdicts(),
        a.counts(),
        a.sections(),
        a.problems(),
        a.remarks(),
        traffic);
  }

  private static WaivedItem waived(String foreign, WaivedItem.State state, ItemId item) {
    return new WaivedItem(
        new Waiver(
            item,
            "Open: " + foreign,
            "Only in the laboratory. " + foreign,
            LocalDate.of(2027, 1, 31),
            "A. Maker " + foreign,
            AT),
        state);
  }

  /** Traffic with a contact of every kind. */
  private static TrafficSeen traffic(String foreign) {
    return new TrafficSeen.Picture(
        "pcap 1",
        Optional.of(AT),
        Optional.of(AT.plusSeconds(3_600)),
        false,
        List.of("12 radio frames are encrypted", foreign),
        6_230_000,
        911,
        Optional.of(
            new Volumes(
                AT,
                Duration.ofMinutes(15),
                List.of(0L, 5_000L, 100L, 6L),
                List.of(1L, 0L, 9L, 0L))),
        List.of(
            contact("tcp/198.51.100.9/80", Listed.UNDECLARED, Secrecy.CLEAR_TEXT, foreign, 20),
            contact("tcp/198.51.100.7/443", Listed.DECLARED, Secrecy.ENCRYPTED, "", 3_000),
            contact("tcp/127.0.0.9/9000", Listed.NOT_COMPARED, Secrecy.UNKNOWN, "", -86_400),
            contact("udp/224.0.0.251/5353", Listed.OF_THE_NETWORK, Secrecy.BOTH, "", 3_599)));
  }

  private static Contact contact(
      String subject, Listed listed, Secrecy secrecy, String foreign, int after) {
    boolean byDevice = !subject.contains("127.");
    return new Contact(
        subject,
        foreign.isEmpty() ? List.of() : List.of(foreign, "api.example", foreign),
        byDevice,
        listed,
        listed == Listed.DECLARED ? "28-LogIntf/LogIntf-1" : "",
        List.of("http"),
        secrecy,
        secrecy == Secrecy.CLEAR_TEXT ? List.of("password", "marker", foreign) : List.of(),
        3,
        listed == Listed.UNDECLARED ? 1 : 0,
        1_500,
        900_000,
        Optional.of(AT.plusSeconds(after)),
        Optional.of(AT.plusSeconds(after + 60)),
        List.of(AT.plusSeconds(after), AT.plusSeconds(after + 30)),
        byDevice ? List.of() : List.of("192.0.2.5", foreign));
  }

  private static GroupResult group(
      String id, Standing standing, Optional<Verdict> verdict, List<Judged> items) {
    ProvisionId provision = new ProvisionId(id);
    Counts counts = new Counts(items.size(), items.size(), items.size(), items.isEmpty() ? 0 : 2);
    var testGroup = Objects.requireNonNull(CATALOGUE.groups().get(provision));
    List<UnitResult> units =
        items.stream()
            .map(
                i ->
                    new UnitResult(
                        i.item().unit(), i.verdict(), new Counts(1, 1, 1, 0), List.of(i)))
            .toList();
    List<CaseResult> cases =
        units.isEmpty()
            ? List.of()
            : List.of(new CaseResult(testGroup.cases().getFirst(), Verdict.FAIL, counts, units));
    return new GroupResult(
        CATALOGUE.provision(provision).orElseThrow(),
        testGroup,
        Optional.empty(),
        standing,
        verdict,
        "",
        counts,
        cases);
  }

  private static Judged judged(
      String unit,
      String subject,
      Finding finding,
      List<Observation> basis,
      List<Contradiction> contradictions) {
    TestUnit testUnit = CATALOGUE.unit(new UnitId(unit)).orElseThrow();
    TestItem item =
        new TestItem(
            new ItemId(new UnitId(unit), subject),
            testUnit,
            Optional.empty(),
            Optional.empty(),
            false,
            DecidedBy.PROBE,
            List.of(),
            Optional.empty());
    return new Judged(
        item,
        finding,
        DecidedBy.PROBE,
        Optional.empty(),
        Optional.empty(),
        false,
        true,
        basis,
        contradictions,
        Digest.of(unit + subject),
        List.of(new TraceStep("rule", "read", "")));
  }
}
