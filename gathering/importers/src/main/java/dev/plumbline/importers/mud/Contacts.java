package dev.plumbline.importers.mud;

import static dev.plumbline.importers.shared.reading.Fields.at;
import static dev.plumbline.importers.shared.reading.Fields.first;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.observation.supply.MudDeclared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The entries of access lists as contacts; counts what it cannot put into words. */
final class Contacts {
  private static final int MOST = 10_000;
  private static final Map<String, String> PROTOCOLS = Map.of("1", "icmp", "6", "tcp", "17", "udp");

  private final Map<String, JsonNode> lists = new HashMap<>();
  private boolean complete = true;
  private long read;

  Contacts(List<JsonNode> all) {
    all.forEach(list -> lists.put(text(list, "name"), list));
  }

  boolean complete() {
    return complete;
  }

  long read() {
    return read;
  }

  /** The contacts of a policy. */
  List<MudDeclared.Contact> of(JsonNode policy) {
    List<MudDeclared.Contact> contacts = new ArrayList<>();
    for (JsonNode named : at(policy, "access-lists", "access-list")) {
      JsonNode list = lists.get(text(named, "name"));
      if (list == null) {
        complete = false;
      } else {
        read++;
        for (JsonNode entry : at(list, "aces", "ace")) {
          if (contacts.size() == MOST) {
            complete = false;
          } else {
            contacts.add(contact(entry));
          }
        }
      }
    }
    return List.copyOf(contacts);
  }

  private MudDeclared.Contact contact(JsonNode entry) {
    JsonNode matches = entry.path("matches");
    JsonNode internet = matches.has("ipv6") ? matches.path("ipv6") : matches.path("ipv4");
    boolean tcp = matches.has("tcp");
    JsonNode transport = tcp ? matches.path("tcp") : matches.path("udp");
    String number = text(internet, "protocol");
    String named = tcp ? "tcp" : matches.has("udp") ? "udp" : "";
    String host =
        first(
            internet,
            "ietf-acldns:dst-dnsname",
            "ietf-acldns:src-dnsname",
            "destination-ipv4-network",
            "source-ipv4-network",
            "destination-ipv6-network",
            "source-ipv6-network");
    String peer = host.isEmpty() ? peer(matches) : host;
    if (peer.isEmpty()) {
      complete = false;
    }
    return new MudDeclared.Contact(
        Texts.some(text(entry, "name")),
        Texts.cut(peer),
        Texts.some(named.isEmpty() ? PROTOCOLS.getOrDefault(number, number) : named),
        Texts.some(port(transport)),
        Texts.some(text(transport, "ietf-mud:direction-initiated")),
        Texts.some(text(entry, "actions", "forwarding")));
  }

  /** The classes of RFC 8520 in place of a name, such as local-networks or my-controller. */
  private static String peer(JsonNode matches) {
    JsonNode mud = matches.path("ietf-mud:mud");
    for (Map.Entry<String, JsonNode> entry : mud.properties()) {
      String detail = text(entry.getValue());
      return detail.isEmpty() ? entry.getKey() : entry.getKey() + " " + detail;
    }
    return "";
  }

  private static String port(JsonNode transport) {
    for (String side : List.of("destination-port", "source-port")) {
      JsonNode port = transport.path(side);
      String from = text(port, "lower-port");
      if (!from.isEmpty()) {
        return from + "-" + text(port, "upper-port");
      }
      if (!text(port, "port").isEmpty()) {
        String operator = text(port, "operator");
        return (operator.isEmpty() || operator.equals("eq") ? "" : operator + " ")
            + text(port, "port");
      }
    }
    return "";
  }
}
