package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.traffic.DeclaredContacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What captures of the device's traffic show. A capture shows what happened while it ran, so it can
 * refute and never prove that something does not happen.
 */
record Traffic(Facts facts) {
  static final String FLOWS = "traffic.flows";
  static final String CONTACTS = "traffic.contacts";
  static final String SERVED = "traffic.served";
  static final String CLEAR_TEXT = "traffic.clear-text";
  static final String RECONNECTS = "traffic.reconnects";

  /** Observations of TCP services of the device that somebody reached, with the opening seen. */
  List<Observation> served() {
    return seen(SERVED)
        .filter(o -> o.subject().startsWith("tcp/"))
        .filter(
            o ->
                number(o, "connections")
                        - number(o, "refused")
                        - number(o, "unanswered")
                        - number(o, "openingNotSeen")
                    > 0)
        .toList();
  }

  /** Hosts that the device called of its own accord. */
  List<Observation> contacts() {
    return seen(CONTACTS)
        .filter(o -> !o.flag("group").orElse(false))
        .filter(o -> o.subject().startsWith("tcp/") || o.subject().startsWith("udp/"))
        .filter(o -> !DeclaredContacts.ofTheNetwork(o.texts("protocols")))
        .filter(o -> number(o, "openingNotSeen") < number(o, "connections"))
        .toList();
  }

  private java.util.stream.Stream<Observation> seen(String key) {
    return facts.observations(key).stream().filter(Observation::seen);
  }

  private static long number(Observation o, String name) {
    return o.number(name).orElse(0L);
  }

  /** Whether a row's contacts name who was called there. */
  boolean names(IxitEntry row, String subject) {
    return new DeclaredContacts(facts).names(row, subject);
  }

  /** Whether one contact of a row names who was called there. */
  boolean names(String contact, String subject) {
    return new DeclaredContacts(facts).names(List.of(contact), subject);
  }

  /** How somebody is called: the first name, with the endpoint. */
  static String described(Observation contact) {
    List<String> names = contact.texts("names");
    return contact.subject() + (names.isEmpty() ? "" : " (" + names.getFirst() + ")");
  }

  /** The maps in a list of a value. */
  static List<Map<?, ?>> maps(Observation o, String name) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (o.value().get(name) instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> map) {
          maps.add(map);
        }
      }
    }
    return maps;
  }
}
