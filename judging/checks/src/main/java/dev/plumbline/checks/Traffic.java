package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.judging.traffic.DeclaredContacts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.traffic.TrafficContacts;
import dev.plumbline.observation.traffic.TrafficFlows;
import dev.plumbline.observation.traffic.TrafficReconnects;
import dev.plumbline.observation.traffic.TrafficServed;
import java.util.List;

/**
 * What captures of the device's traffic show. A capture shows what happened while it ran, so it can
 * refute and never prove that something does not happen.
 */
public record Traffic(Facts facts) {
  public static final String FLOWS = Kinds.key(TrafficFlows.class);
  public static final String CONTACTS = Kinds.key(TrafficContacts.class);
  public static final String SERVED = Kinds.key(TrafficServed.class);
  public static final String RECONNECTS = Kinds.key(TrafficReconnects.class);

  /** Observations of TCP services of the device that somebody reached, with the opening seen. */
  public List<Observation> served() {
    return facts.seen(TrafficServed.class).stream()
        .filter(s -> s.subject().startsWith("tcp/") && opened(s.fact()) > 0)
        .map(Seen::observation)
        .toList();
  }

  private static long opened(TrafficServed served) {
    return served.connections()
        - served.refused().orElse(0L)
        - served.unanswered().orElse(0L)
        - served.openingNotSeen();
  }

  /** Hosts that the device called of its own accord. */
  public List<Observation> contacts() {
    return facts.seen(TrafficContacts.class).stream()
        .filter(s -> s.subject().startsWith("tcp/") || s.subject().startsWith("udp/"))
        .filter(s -> isOfItsOwnAccord(s.fact()))
        .map(Seen::observation)
        .toList();
  }

  private static boolean isOfItsOwnAccord(TrafficContacts called) {
    return !called.group().orElse(false)
        && !DeclaredContacts.ofTheNetwork(called.protocols())
        && called.openingNotSeen() < called.connections();
  }

  /** Whether a row's contacts name who was called there. */
  public boolean names(IxitEntry row, String subject) {
    return new DeclaredContacts(facts).names(row, subject);
  }

  /** Whether one contact of a row names who was called there. */
  public boolean names(String contact, String subject) {
    return new DeclaredContacts(facts).names(List.of(contact), subject);
  }

  /** How somebody is called: the first name, with the endpoint. */
  public static String described(Observation contact) {
    return contact.subject()
        + contact.as(TrafficContacts.class).flatMap(TrafficContacts::names).stream()
            .flatMap(List::stream)
            .findFirst()
            .map(name -> " (" + name + ")")
            .orElse("");
  }
}
