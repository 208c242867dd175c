package dev.plumbline.reports.mud;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.traffic.Contact;
import dev.plumbline.judging.traffic.DeclaredContacts;
import dev.plumbline.judging.traffic.Listed;
import dev.plumbline.judging.traffic.TrafficSeen;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every contact of the captures beside what the MUD file lets through. */
final class MudCheck {
  private MudCheck() {}

  static Map<String, Object> of(Assessment assessment, ReportContext context) {
    MudRules rules = MudRules.of(context.dossier().ixit());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", "urn:plumbline:mud-check:1");
    tree.put("tool", context.tool());
    tree.put("at", context.at().toString());
    tree.put("notInTheFile", rules.unsaid().stream().map(Visible::of).toList());
    switch (assessment.traffic()) {
      case TrafficSeen.None none -> {
        tree.put("compared", false);
        tree.put("why", none.reason());
        tree.put("contacts", List.of());
      }
      case TrafficSeen.Picture picture -> {
        tree.put("compared", true);
        tree.put("whole", picture.whole());
        tree.put("gaps", picture.gaps().stream().map(Visible::of).toList());
        tree.put("contacts", picture.contacts().stream().map(c -> contact(c, rules)).toList());
      }
    }
    return tree;
  }

  private static Map<String, Object> contact(Contact contact, MudRules rules) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("subject", Visible.of(contact.subject()));
    map.put("names", contact.names().stream().map(Visible::of).toList());
    map.put("calls", contact.byDevice());
    map.put("inTheFile", word(contact, rules));
    map.put("connections", contact.connections());
    map.put("bytes", contact.bytes());
    return map;
  }

  /** {@code yes}, {@code no}, or {@code network} for what the network itself needs. */
  private static String word(Contact contact, MudRules rules) {
    if (contact.listed() == Listed.OF_THE_NETWORK) {
      return "network";
    }
    boolean allowed =
        contact.byDevice()
            ? rules.allows(
                contact.names(),
                address(contact.subject()),
                DeclaredContacts.local(address(contact.subject())))
            : Endpoint.parse(contact.subject())
                .filter(e -> rules.services().contains(e.service()))
                .isPresent();
    return allowed ? "yes" : "no";
  }

  private static String address(String subject) {
    return Endpoint.parse(subject)
        .map(Endpoint::address)
        .orElseGet(() -> subject.startsWith("address/") ? subject.substring(8) : subject);
  }
}
