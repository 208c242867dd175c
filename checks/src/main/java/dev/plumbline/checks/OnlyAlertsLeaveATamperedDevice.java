package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import dev.plumbline.engine.traffic.DeclaredContacts;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * After it noticed a change of its software the device talks beyond the local network to declared
 * hosts alone. Rests on a capture that was imported with the device state {@code tampered}. What is
 * inside an encrypted connection is not seen; hosts are.
 */
@Decides(v211 = "5.7-2-2b", v313 = "5.7-2-2b")
public final class OnlyAlertsLeaveATamperedDevice implements Check {
  private static final String STATE = "tampered";
  private static final String FLOWS = "traffic.flows";
  private static final String FIELD = "alertContacts";
  private static final int PEERS_KEPT = 20;
  private static final long LEAST_SECONDS =
      Long.parseLong(CheckData.read("trials.yaml").text("leastSeconds").orElseThrow());

  @Override
  public List<String> needs() {
    return List.of(FLOWS, Traffic.CONTACTS, Traffic.SERVED);
  }

  @Override
  public Set<String> states() {
    return Set.of(STATE);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty() || item.entry().get().cell(FIELD).isEmpty()) {
      return Outcome.undetermined(
          "The row does not say whom the device still talks to after it noticed a change ("
              + FIELD
              + ").");
    }
    IxitEntry row = item.entry().get();
    Facts tampered = facts.inState(STATE);
    Optional<Observation> flows = tampered.observations(FLOWS, "DUT").stream().findFirst();
    if (flows.isEmpty()) {
      return Outcome.undetermined(
          "Missing means: a capture of the device after it noticed a change (import --state "
              + STATE
              + ").");
    }
    if (!flows.get().seen()) {
      return Answers.undetermined(
          "The capture has no answer: " + flows.get().reason(), List.of(flows.get()));
    }
    Questions questions = new Questions();
    questions.restsOn(flows.get());
    coverage(flows.get(), questions);
    DeclaredContacts contacts = new DeclaredContacts(tampered);
    tampered.observations(Traffic.CONTACTS).forEach(o -> called(contacts, row, o, questions));
    tampered.observations(Traffic.SERVED).forEach(o -> served(o, questions));
    return questions
        .contradicting(
            Declared.place(row, FIELD, "notificationFunctionality"),
            row.id() + ": " + row.texts("notificationFunctionality"))
        .outcome(
            "After it noticed a change ",
            "Stop all other communication when the verification fails, the way back in too.",
            "In "
                + seconds(flows.get())
                + " seconds of the tampered device nothing crossed the local network but to "
                + row.texts(FIELD)
                + ".");
  }

  private static void coverage(Observation flows, Questions questions) {
    if (!Boolean.TRUE.equals(flows.coverage().get("whole"))) {
      questions.gap("the capture has no end");
    }
    if (!(flows.coverage().get("gaps") instanceof List<?> gaps) || !gaps.isEmpty()) {
      questions.gap("the capture has gaps: " + flows.coverage().getOrDefault("gaps", "not told"));
    }
    if (seconds(flows) < LEAST_SECONDS) {
      questions.gap(
          "the capture lasts "
              + seconds(flows)
              + " of the "
              + LEAST_SECONDS
              + " seconds that show more than a pause");
    }
    if (flows.number("packetsOut").orElse(0L) == 0) {
      questions.gap("the device sent nothing in the capture; whether it ran is not known");
    } else if (sending(flows) < LEAST_SECONDS) {
      questions.gap(
          "the device is known to have sent for "
              + sending(flows)
              + " of the "
              + LEAST_SECONDS
              + " seconds; whether it ran on is not known");
    }
    // A port of a switch shows what goes to everybody, and nothing of what leaves.
    if (Traffic.maps(flows, "flows").stream().noneMatch(OnlyAlertsLeaveATamperedDevice::answered)) {
      questions.gap(
          "nobody answered a call of the device in the capture; whether it was taken where all"
              + " traffic of the device passes is not known");
    }
    if (flows.number("distinct").orElse(Long.MAX_VALUE) > Traffic.maps(flows, "flows").size()) {
      questions.gap("not all connections of the capture were kept");
    }
  }

  private static boolean answered(Map<?, ?> flow) {
    return "device".equals(flow.get("openedBy"))
        && flow.get("packetsIn") instanceof Number n
        && n.longValue() > 0;
  }

  /** From the first to the last step in which the device sent; 0 where the steps are not told. */
  private static long sending(Observation flows) {
    if (!(flows.value().get("volumes") instanceof Map<?, ?> volumes)
        || !(volumes.get("stepSeconds") instanceof Number step)
        || !(volumes.get("bytesOut") instanceof List<?> out)) {
      return 0;
    }
    int[] busy =
        IntStream.range(0, out.size())
            .filter(i -> out.get(i) instanceof Number n && n.longValue() > 0)
            .toArray();
    return busy.length == 0 ? 0 : (busy[busy.length - 1] - busy[0] + 1) * step.longValue();
  }

  private static long seconds(Observation flows) {
    try {
      return Duration.between(
              Instant.parse(String.valueOf(flows.coverage().get("from"))),
              Instant.parse(String.valueOf(flows.coverage().get("until"))))
          .toSeconds();
    } catch (DateTimeParseException e) {
      return 0;
    }
  }

  private static void called(
      DeclaredContacts contacts, IxitEntry row, Observation o, Questions questions) {
    boolean ofTheNetwork = DeclaredContacts.ofTheNetwork(o.texts("protocols"));
    if (!o.seen() || o.flag("group").orElse(false) || ofTheNetwork || isLocal(o.subject())) {
      return;
    }
    questions.restsOn(o);
    if (contacts.names(row.texts(FIELD), o.subject())) {
      return;
    }
    if (o.number("openingNotSeen").orElse(0L) >= o.number("connections").orElse(1L)) {
      questions.gap("who opened the connection with " + Traffic.described(o) + " was not seen");
    } else {
      questions.against("it still calls " + Traffic.described(o), o);
    }
  }

  /** A way in from outside is communication too. */
  private static void served(Observation o, Questions questions) {
    if (!o.seen()) {
      return;
    }
    List<String> outside =
        o.texts("peers").stream().filter(p -> !DeclaredContacts.local(p)).toList();
    if (!outside.isEmpty()) {
      questions.against(o.subject() + " still answers " + outside.getFirst(), o);
    } else if (o.number("peerCount").orElse(Long.MAX_VALUE) > PEERS_KEPT) {
      questions.gap("not all who called " + o.subject() + " were kept");
    }
  }

  private static boolean isLocal(String subject) {
    return DeclaredContacts.local(
        Endpoint.parse(subject)
            .map(Endpoint::address)
            .orElseGet(() -> subject.replaceFirst("^address/", "")));
  }
}
