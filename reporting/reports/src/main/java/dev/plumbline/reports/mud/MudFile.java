package dev.plumbline.reports.mud;

import dev.plumbline.dossier.Product;
import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.NamedUuid;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.NullNode;

/**
 * The file. Its address is a placeholder under {@code .invalid}: the maker writes in where the file
 * will be published.
 */
record MudFile(Assessment assessment, ReportContext context) {
  private static final int TCP = 6;
  private static final int UDP = 17;

  /** Present and without a value, as RFC 7951 writes it. */
  private static final Map<String, Object> LOCAL_NETWORKS =
      Map.of("ietf-mud:mud", Map.of("local-networks", List.of(NullNode.getInstance())));

  Map<String, Object> tree() {
    MudRules rules = MudRules.of(context.dossier().ixit());
    List<Map<String, Object>> lists = new ArrayList<>();
    List<String> from = new ArrayList<>();
    List<String> to = new ArrayList<>();
    for (Family family : Family.values()) {
      add(lists, from, family, "fr", fromDevice(rules, family));
      add(lists, to, family, "to", toDevice(rules, family));
    }
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("ietf-mud:mud", mud(from, to));
    file.put("ietf-access-control-list:acls", Map.of("acl", lists));
    return file;
  }

  private static void add(
      List<Map<String, Object>> lists,
      List<String> names,
      Family family,
      String direction,
      List<Map<String, Object>> entries) {
    if (!entries.isEmpty()) {
      String name = "plumbline-" + family.key + "-" + direction;
      Map<String, Object> list = new LinkedHashMap<>();
      list.put("name", name);
      list.put("type", family.key + "-acl-type");
      list.put("aces", Map.of("ace", entries));
      lists.add(list);
      names.add(name);
    }
  }

  private Map<String, Object> mud(List<String> from, List<String> to) {
    Product p = assessment.product();
    Map<String, Object> mud = new LinkedHashMap<>();
    mud.put("mud-version", 1);
    mud.put(
        "mud-url",
        "https://maker.invalid/"
            + p.model().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
            + ".json");
    mud.put("last-update", context.at().toString());
    mud.put("cache-validity", 48);
    mud.put("is-supported", true);
    mud.put("systeminfo", cut(p.manufacturer() + " " + p.name(), 60));
    mud.put("mfg-name", Visible.of(p.manufacturer()));
    mud.put("model-name", Visible.of(p.model()));
    mud.put("firmware-rev", Visible.of(p.softwareVersion()));
    mud.put("from-device-policy", policy(from));
    mud.put("to-device-policy", policy(to));
    return mud;
  }

  private static Map<String, Object> policy(List<String> names) {
    List<Map<String, String>> lists = names.stream().map(n -> Map.of("name", n)).toList();
    return Map.of("access-lists", Map.of("access-list", lists));
  }

  private static String cut(String text, int longest) {
    String shown = Visible.of(text);
    return shown.length() <= longest ? shown : shown.substring(0, longest);
  }

  /** A key of at most 64 characters; two long names that begin alike have two keys. */
  private static String key(String name) {
    return name.length() <= 64
        ? name
        : name.substring(0, 55) + "-" + NamedUuid.of(List.of(name)).substring(0, 8);
  }

  private static List<Map<String, Object>> fromDevice(MudRules rules, Family family) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (String name : rules.names()) {
      entries.add(
          entry("call-" + name, Map.of(family.key, Map.of("ietf-acldns:dst-dnsname", name))));
    }
    for (String address : rules.addresses()) {
      if (family.holds(address)) {
        entries.add(
            entry(
                "call-" + address,
                Map.of(
                    family.key,
                    Map.of("destination-" + family.key + "-network", address + family.whole))));
      }
    }
    if (rules.local()) {
      entries.add(entry("call-local", LOCAL_NETWORKS));
    }
    services(rules, family, "source-port", entries);
    return entries;
  }

  private static List<Map<String, Object>> toDevice(MudRules rules, Family family) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (String name : rules.names()) {
      entries.add(
          entry("answer-" + name, Map.of(family.key, Map.of("ietf-acldns:src-dnsname", name))));
    }
    for (String address : rules.addresses()) {
      if (family.holds(address)) {
        entries.add(
            entry(
                "answer-" + address,
                Map.of(
                    family.key,
                    Map.of("source-" + family.key + "-network", address + family.whole))));
      }
    }
    if (rules.local()) {
      entries.add(entry("answer-local", LOCAL_NETWORKS));
    }
    services(rules, family, "destination-port", entries);
    return entries;
  }

  private static void services(
      MudRules rules, Family family, String side, List<Map<String, Object>> entries) {
    for (String service : rules.services()) {
      String transport = service.substring(0, 3);
      Map<String, Object> port = new LinkedHashMap<>();
      port.put("operator", "eq");
      port.put("port", Integer.parseInt(service.substring(4)));
      Map<String, Object> ports = new LinkedHashMap<>();
      if (transport.equals("tcp")) {
        ports.put("ietf-mud:direction-initiated", "to-device");
      }
      ports.put(side, port);
      Map<String, Object> matches = new LinkedHashMap<>();
      matches.put(family.key, Map.of("protocol", transport.equals("tcp") ? TCP : UDP));
      matches.put(transport, ports);
      entries.add(entry("serve-" + service.replace('/', '-'), matches));
    }
  }

  private static Map<String, Object> entry(String name, Map<String, Object> matches) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", key(name));
    entry.put("matches", matches);
    entry.put("actions", Map.of("forwarding", "accept"));
    return entry;
  }

  /** The two versions of IP, which have lists of their own. */
  private enum Family {
    IPV4("ipv4", "/32"),
    IPV6("ipv6", "/128");

    private final String key;
    private final String whole;

    Family(String key, String whole) {
      this.key = key;
      this.whole = whole;
    }

    boolean holds(String address) {
      return address.contains(":") == (this == IPV6);
    }
  }
}
