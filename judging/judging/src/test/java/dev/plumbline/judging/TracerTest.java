package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.TestCase;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.fact.NamedFact;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each step of the way from the catalogue to a verdict, and where it can be read. */
class TracerTest {
  private static final String LOGIN = World.LOGIN + "@1-AuthMech/Auth-1";
  private static final String PAPER = World.GENERATED + "@1-AuthMech/Auth-1";
  private static final String PAIR =
      World.PARAMETER_TRAFFIC + "@10-SecParam/Par-1+11-SecComMech/Com-1";

  private static List<String> trace(World world, String item) {
    return world.judged(item).trace().stream()
        .map(s -> s.stage() + " | " + s.text() + " | " + s.where())
        .toList();
  }

  @Test
  void whatAPersonHasToDecideIsTracedToTheRow() {
    assertThat(trace(new World(), PAPER))
        .containsExactly(
            "catalogue | Unit 5.1-1-1a (conceptual): See whether 5.1-1-1a is so. | Small tests,"
                + " case 5.1-1-1",
            "catalogue | Passes when: it is so | as published",
            "declaration | 5.1-1 is answered Y: Done. | ics.yaml:9:3",
            "declaration | 1-AuthMech/Auth-1: description = web login; endpoints = tcp/8443 |"
                + " ixit/1-AuthMech.yaml:1:1",
            "rule | The machine finds INCONCLUSIVE: A person decides: See whether 5.1-1-1a is so. |"
                + " by ASSESSOR",
            "verdict | INCONCLUSIVE: A person decides: See whether 5.1-1-1a is so. | ");
  }

  @Test
  void anAnswerWithoutADetailEndsThere() {
    assertThat(trace(new World().answer("5.1-1", Support.YES, " "), PAPER))
        .contains("declaration | 5.1-1 is answered Y. | ics.yaml:9:3");
    assertThat(trace(new World().unanswered("5.1-1"), PAPER))
        .noneMatch(l -> l.contains("is answered"));
  }

  @Test
  void conditionsThatNobodyReadAndWhatIsUnknownAreSaid() {
    World world = new World();
    world.catalogue.cases(
        c ->
            new TestCase(
                c.id(),
                c.kind(),
                c.purpose(),
                c.rule(),
                c.passWhenFeatureAbsent(),
                c.passWhenNotObtainable(),
                c.pass(),
                "v111-adapted",
                c.units(),
                c.alternatives(),
                "How units combine."));
    assertThat(trace(world, PAPER))
        .contains(
            "catalogue | Passes when: it is so. UNKNOWN: How units combine. | derived"
                + " (v111-adapted), not read");
  }

  @Test
  void bothRowsOfAPairAndWhatItTakesOverAreTraced() {
    assertThat(trace(new World(), PAIR))
        .contains(
            "declaration | 10-SecParam/Par-1: description = key; mechanisms = Com-1 |"
                + " ixit/10-SecParam.yaml:1:1",
            "declaration | 11-SecComMech/Com-1: description = TLS; endpoints = tcp/8443 |"
                + " ixit/11-SecComMech.yaml:1:1",
            "rule | Takes over 5.5-1-2a@11-SecComMech/Com-1: INCONCLUSIVE | never better than the"
                + " worst of them")
        .noneMatch(l -> l.contains("Also rests on"));
  }

  @Test
  void rowsThatAnItemOfTheWholeDeviceRestsOnAreNamed() {
    World world = new World();
    world.entry("1-AuthMech", "Auth-2", "description: shell");
    assertThat(trace(world, World.COMPLETE + "@DUT"))
        .contains(
            "declaration | Also rests on 1-AuthMech/Auth-1, 1-AuthMech/Auth-2 |"
                + " ixit/1-AuthMech.yaml:1:1");
  }

  private static QuestionLog questionLog(Observation seen) {
    return new QuestionLog(
        List.of(
            new QuestionLog.Entry(
                "Is it guarded?",
                "Auth-1",
                QuestionLog.Reply.NO,
                "it is open",
                Optional.of(new NamedFact.Observed(seen)),
                List.of()),
            new QuestionLog.Entry(
                "Is it slow?",
                "Auth-1",
                QuestionLog.Reply.OPEN,
                "nobody tried",
                Optional.empty(),
                List.of(
                    new Remedy.RunProbe(List.of("brute-force-resistance")),
                    new Remedy.ChangeDeclaration("1-AuthMech/Auth-1", "state it")))),
        List.of(),
        List.of());
  }

  @Test
  void observationsAndQuestionsSayWhoSawThemAndWhatWouldAnswerThem() {
    Observation seen =
        World.line(
            "login.mechanism",
            "tcp/192.0.2.1/8443",
            Map.of("password", true),
            Map.of("ports", List.of("1-9")),
            "1.0");
    Observation bare =
        World.line("login.mechanism", "tcp/192.0.2.1/8443", Map.of("a", 1L), Map.of(), "1.0");
    Observation mute = World.unanswered("service.identified", "tcp/192.0.2.1/8443", "silent");
    World world =
        new World()
            .seen(seen)
            .check(
                new Scripted.LoginsAreGuarded(
                    (i, f) ->
                        new Check.Outcome(
                            new Finding.Violated("It is open.", "Guard it."),
                            List.of(seen, bare, mute),
                            List.of(),
                            questionLog(seen))));
    String by = " (probe 1, 2026-11-24T12:00:00Z, device version 1.0)";
    String file = "evidence/" + World.EVIDENCE.shortForm() + "@17+4";

    assertThat(trace(world, LOGIN))
        .contains(
            "observation | login.mechanism of tcp/192.0.2.1/8443: {password=true}; looked at"
                + " {ports=[1-9]}"
                + by
                + " | "
                + file,
            "observation | login.mechanism of tcp/192.0.2.1/8443: {a=1}" + by + " | " + file,
            "observation | service.identified of tcp/192.0.2.1/8443: no answer: silent"
                + by
                + " | no evidence file",
            "question | Is it guarded? (Auth-1) NO: it is open | login.mechanism of"
                + " tcp/192.0.2.1/8443, "
                + file,
            "question | Is it slow? (Auth-1) OPEN: nobody tried | plumbline test DIR --only"
                + " brute-force-resistance In 1-AuthMech/Auth-1: state it.",
            "rule | Check LoginsAreGuarded | reads [login.mechanism]",
            "rule | The machine finds FAIL: It is open. | by PROBE",
            "verdict | FAIL: It is open. | ");
  }

  @Test
  void aRuleSaysHowFarItReachesAndAnItemThatIsBlockedNamesNone() {
    World whole = new World().rule(World.GENERATED, "", "generated", true);
    assertThat(trace(whole, PAPER)).contains("rule | Rule: generated | rules/small.yaml:3:1");
    World part = new World().rule(World.GENERATED, "", "generated", false);
    assertThat(trace(part, PAPER))
        .contains("rule | Rule, can refute only: generated | rules/small.yaml:3:1");
    World selects = new World().rule(World.GENERATED, "", "", true);
    assertThat(trace(selects, PAPER)).noneMatch(l -> l.contains("rules/small.yaml"));

    World blocked = new World().rule(World.UPDATE_A, "", "signed", true).absent("7-UpdMech");
    assertThat(trace(blocked, World.UPDATE_A + "@DUT"))
        .noneMatch(l -> l.contains("rules/small.yaml"));
    World none = new World().rule(World.UPDATE_A, "", "signed", true).empty("7-UpdMech");
    assertThat(trace(none, World.UPDATE_A + "@DUT")).noneMatch(l -> l.contains("rules/small.yaml"));
  }

  @Test
  void whoReadsThePolicyNamesItWithItsDay() {
    World world =
        new World()
            .check(
                new Scripted.TrafficIsAsDeclared(
                    (i, f) -> Check.Outcome.undetermined("Nothing was seen.")));
    String line =
        "rule | Cryptography is judged by policy for 2026-11-24 | policy "
            + Digest.of("policy").shortForm();
    assertThat(trace(world, World.TRAFFIC + "@11-SecComMech/Com-1")).contains(line);
    assertThat(trace(world, PAPER)).doesNotContain(line);
  }

  @Test
  void aDecisionIsTracedToItsEvidence() {
    Digest second = Digest.of("a second transcript");
    World with = new World().evidence(second, "1.0");
    with.decide(LOGIN, new Finding.Holds("It is guarded."), World.EVIDENCE, second);
    assertThat(trace(with, LOGIN))
        .anySatisfy(
            l ->
                assertThat(l)
                    .startsWith("decision | Ada decided PASS on 2026-11-24: It is guarded. | ")
                    .endsWith(
                        " | evidence/"
                            + World.EVIDENCE.shortForm()
                            + ", evidence/"
                            + second.shortForm()));
    World without = new World().decide(PAPER, new Finding.Holds("It is so."));
    assertThat(trace(without, PAPER))
        .anySatisfy(l -> assertThat(l).startsWith("decision | ").endsWith(" | no evidence"));
  }

  @Test
  void aStepIsBoundedAt600Characters() {
    String head = "1-AuthMech/Auth-1: description = ";
    String fits = "x".repeat(600 - head.length());
    World world = new World();
    world.entry("1-AuthMech", "Auth-1", "description: " + fits);
    assertThat(trace(world, PAPER))
        .contains("declaration | " + head + fits + " | ixit/1-AuthMech.yaml:1:1");
    world.entry("1-AuthMech", "Auth-1", "description: " + fits + "yz");
    assertThat(trace(world, PAPER))
        .contains("declaration | " + head + fits + " … | ixit/1-AuthMech.yaml:1:1");
  }
}
