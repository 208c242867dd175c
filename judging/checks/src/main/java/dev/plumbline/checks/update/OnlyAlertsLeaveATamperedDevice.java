package dev.plumbline.checks.update;

import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.traffic.DeclaredContacts;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.traffic.TrafficContacts;
import dev.plumbline.observation.traffic.TrafficFlows;
import dev.plumbline.observation.traffic.TrafficServed;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * After it noticed a change of its software the device talks beyond the local network to declared
 * hosts alone. Rests on a capture that was imported with the device state {@code tampered}. What is
 * inside an encrypted connection is not seen; hosts are.
 */
public final class OnlyAlertsLeaveATamperedDevice implements Check {
  private static final String STATE = "tampered";
  private static final String FIELD = "alertContacts";
  private static final String DUT = "DUT";
  private static final int PEERS_KEPT = 20;
  private static final long LEAST_SECONDS =
      Long.parseLong(CheckData.read("trials.yaml").text("leastSeconds").orElseThrow());
  private static final Remedy CAPTURE =
      new Remedy.ImportFile(
          "a capture of the device after it noticed a change (--state " + STATE + ")");

  @Override
  public List<String> needs() {
    return Stream.of(TrafficFlows.class, TrafficContacts.class, TrafficServed.class)
        .map(Kinds::key)
        .toList();
  }

  @Override
  public Set<String> states() {
    return Set.of(STATE);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    Questions.Asked declared =
        questions.ask("Does the row say whom a tampered device still calls?", row.subject());
    if (row.cell(FIELD).isEmpty()) {
      declared.left(
          "the row does not say whom the device still talks to after it noticed a change ("
              + FIELD
              + ")",
          new Remedy.ChangeDeclaration(row.subject(), "state '" + FIELD + "'"));
      return questions.outcome("", "", "");
    }
    declared.answeredBy(row, FIELD, "these: " + row.texts(FIELD));
    Facts tampered = facts.inState(STATE);
    Optional<TrafficFlows> flows = flows(tampered, questions);
    DeclaredContacts contacts = new DeclaredContacts(tampered);
    flows.ifPresent(f -> unnamed(f, tampered, questions));
    for (Observation o : tampered.observations(TrafficContacts.class)) {
      called(contacts, row, o, questions);
    }
    for (Observation o : tampered.observations(TrafficServed.class)) {
      served(o, questions);
    }
    questions.notLookedAt("what encrypted connections carry");
    questions.notLookedAt("what DNS and other protocols of the network itself carry");
    return questions
        .contradicting(
            Declared.place(row, FIELD, "notificationFunctionality"),
            row.id() + ": " + row.texts("notificationFunctionality"))
        .outcome(
            "After it noticed a change ",
            "Stop all other communication when the verification fails, the way back in too.",
            "In "
                + flows.map(OnlyAlertsLeaveATamperedDevice::seconds).orElse(0L)
                + " seconds of the tampered device no connection was captured that crosses the"
                + " local network but to "
                + row.texts(FIELD)
                + ".");
  }

  /** The capture, with what it lacks left open. */
  private static Optional<TrafficFlows> flows(Facts tampered, Questions questions) {
    Questions.Asked whole =
        questions.ask("Was all traffic of the tampered device captured for long enough?", DUT);
    Optional<Observation> capture =
        tampered.observations(TrafficFlows.class, DUT).stream().findFirst();
    capture.ifPresent(questions::restsOn);
    Optional<TrafficFlows> flows = capture.flatMap(o -> o.as(TrafficFlows.class));
    if (capture.isEmpty()) {
      whole.left(
          "not tested; needed: a capture of the device after it noticed a change (import --state "
              + STATE
              + ")",
          CAPTURE);
    } else if (flows.isEmpty()) {
      whole.left("the capture has no answer: " + capture.get().reason(), CAPTURE);
    } else {
      gaps(flows.get()).forEach(why -> whole.left(why, CAPTURE));
      whole.answered(
          capture.get(),
          flows.get().distinct() + " connections in " + seconds(flows.get()) + " seconds");
      questions.lookedAt(
          flows.get().distinct()
              + " connections of the tampered device in "
              + seconds(flows.get())
              + " seconds");
    }
    return flows;
  }

  /** Why the capture does not show all, or not for long enough. */
  private static List<String> gaps(TrafficFlows flows) {
    List<String> gaps = new ArrayList<>();
    if (!flows.whole()) {
      gaps.add("the capture has no end");
    }
    if (!flows.gaps().isEmpty()) {
      gaps.add("the capture has gaps: " + flows.gaps());
    }
    if (seconds(flows) < LEAST_SECONDS) {
      gaps.add(
          "the capture lasts "
              + seconds(flows)
              + " of the "
              + LEAST_SECONDS
              + " seconds that show more than a pause");
    }
    if (flows.packetsOut().orElse(0L) == 0) {
      gaps.add("the device sent nothing in the capture; whether it ran is not known");
    } else if (sending(flows) < LEAST_SECONDS) {
      gaps.add(
          "the device is known to have sent for "
              + sending(flows)
              + " of the "
              + LEAST_SECONDS
              + " seconds; whether it ran on is not known");
    }
    // A port of a switch shows what goes to everybody, and nothing of what leaves.
    if (flows.flows().stream().noneMatch(OnlyAlertsLeaveATamperedDevice::answered)) {
      gaps.add(
          "nobody answered a call of the device in the capture; whether it was taken where all"
              + " traffic of the device passes is not known");
    }
    if (flows.distinct() > flows.flows().size()) {
      gaps.add("not all connections of the capture were kept");
    }
    return gaps;
  }

  private static boolean byDevice(TrafficFlows.Flow flow) {
    return flow.openedBy().equals("device");
  }

  private static boolean answered(TrafficFlows.Flow flow) {
    return byDevice(flow) && flow.packetsIn().orElse(0L) > 0;
  }

  /** From the first to the last step in which the device sent; 0 where the steps are not told. */
  private static long sending(TrafficFlows flows) {
    if (flows.volumes().isEmpty()) {
      return 0;
    }
    List<Long> out = flows.volumes().get().bytesOut();
    int[] busy = IntStream.range(0, out.size()).filter(i -> out.get(i) > 0).toArray();
    return busy.length == 0
        ? 0
        : (busy[busy.length - 1] - busy[0] + 1) * flows.volumes().get().stepSeconds();
  }

  private static long seconds(TrafficFlows flows) {
    try {
      return Duration.between(
              Instant.parse(flows.from().orElse("")), Instant.parse(flows.until().orElse("")))
          .toSeconds();
    } catch (DateTimeParseException e) {
      return 0;
    }
  }

  /** Connections across the local network of which no fact tells whom they were with. */
  private static void unnamed(TrafficFlows flows, Facts tampered, Questions questions) {
    for (TrafficFlows.Flow flow : flows.flows()) {
      boolean told =
          byDevice(flow)
              ? isTold(tampered, TrafficContacts.class, flow.peer())
              : !tampered.observations(TrafficServed.class).isEmpty();
      if (!told && !isOfTheLink(flow.peer()) && !DeclaredContacts.ofTheNetwork(flow.protocols())) {
        questions
            .ask("Is it known whom the connection was with?", flow.peer() + " " + flow.port())
            .left(
                "a connection with " + flow.peer() + " was captured, and nothing tells of whom",
                CAPTURE);
      }
    }
  }

  private static boolean isTold(Facts facts, Class<? extends Fact> kind, String peer) {
    return facts.observations(kind).stream().anyMatch(o -> address(o.subject()).equals(peer));
  }

  /** In the local network, or to all of it: these do not leave it. */
  private static boolean isOfTheLink(String address) {
    return DeclaredContacts.local(address)
        || address.matches("(22[4-9]|23[0-9])\\..*|255\\.255\\.255\\.255|(?i:ff[0-9a-f]{2}:.*)");
  }

  private static void called(
      DeclaredContacts contacts, IxitEntry row, Observation o, Questions questions) {
    Questions.Asked named = questions.ask("Is it a declared host?", o.subject());
    Optional<TrafficContacts> contact = o.as(TrafficContacts.class);
    questions.restsOn(o);
    if (contact.isEmpty()) {
      named.left("whether the device calls " + o.subject() + " is not known: " + o.reason());
      return;
    }
    TrafficContacts c = contact.get();
    if (c.group().orElse(false)
        || DeclaredContacts.ofTheNetwork(c.protocols())
        || DeclaredContacts.local(address(o.subject()))) {
      named.answered(o, "it does not leave the local network, or is of the network itself");
    } else if (contacts.names(row.texts(FIELD), o.subject())) {
      named.answered(o, "the row names it");
    } else if (c.openingNotSeen() >= c.connections()) {
      named.left("who opened the connection with " + described(o, c) + " was not seen");
    } else {
      named.refuted(o, "it still calls " + described(o, c));
    }
  }

  private static String described(Observation o, TrafficContacts contact) {
    return o.subject()
        + contact.names().flatMap(n -> n.stream().findFirst()).map(n -> " (" + n + ")").orElse("");
  }

  /** A way in from outside is communication too. */
  private static void served(Observation o, Questions questions) {
    Questions.Asked inside = questions.ask("Does it answer nobody outside?", o.subject());
    Optional<TrafficServed> served = o.as(TrafficServed.class);
    questions.restsOn(o);
    if (served.isEmpty()) {
      inside.left("who calls " + o.subject() + " is not known: " + o.reason());
      return;
    }
    List<String> peers = served.get().peers().orElse(List.of());
    List<String> outside = peers.stream().filter(p -> !DeclaredContacts.local(p)).toList();
    if (!outside.isEmpty()) {
      inside.refuted(o, o.subject() + " still answers " + outside.getFirst());
    } else if (peers.isEmpty() || served.get().peerCount().orElse(Long.MAX_VALUE) > PEERS_KEPT) {
      inside.left("not all who called " + o.subject() + " were kept");
    } else {
      inside.answered(o, "all " + peers.size() + " who called are in the local network");
    }
  }

  private static String address(String subject) {
    return Endpoint.parse(subject)
        .map(Endpoint::address)
        .orElseGet(() -> subject.replaceFirst("^address/", ""));
  }
}
