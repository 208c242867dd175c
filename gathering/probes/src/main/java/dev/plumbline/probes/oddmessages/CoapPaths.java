package dev.plumbline.probes.oddmessages;

import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.observation.network.CoapResources;
import dev.plumbline.probe.ProbeContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Paths of a CoAP server that are declared or that it lists, and messages to each. */
final class CoapPaths {
  private static final int MOST = 16;
  private static final int LONGEST_SEGMENT = 12;
  private static final int LONGEST_EXTENDED = 255;

  private final Map<String, String> options = new LinkedHashMap<>();
  private final Map<String, String> skipped = new TreeMap<>();

  private CoapPaths() {}

  static CoapPaths of(ProbeContext context, Endpoint endpoint) {
    CoapPaths paths = new CoapPaths();
    for (String path : known(context, endpoint)) {
      if (RiskyLinks.isRisky(path)) {
        paths.skipped.put(path, "its name says that it changes the device");
      } else if (paths.options.size() >= MOST) {
        paths.skipped.put(path, "more than " + MOST + " paths");
      } else {
        paths.add(path);
      }
    }
    return paths;
  }

  private static Set<String> known(ProbeContext context, Endpoint endpoint) {
    Set<String> paths = new LinkedHashSet<>();
    for (IxitEntry row : context.ixit().entries(TableRole.EXTERNAL_APIS)) {
      if (row.texts("endpoints").contains(endpoint.transport() + "/" + endpoint.port())) {
        paths.addAll(row.texts("paths"));
      }
    }
    context.observations(CoapResources.class).stream()
        .filter(o -> o.subject().equals(endpoint.toString()))
        .flatMap(o -> o.as(CoapResources.class).stream())
        .flatMap(c -> c.resources().orElse(List.of()).stream())
        .forEach(r -> paths.add(r.path()));
    return paths;
  }

  private void add(String path) {
    StringBuilder hex = new StringBuilder();
    int delta = 0xb;
    for (String segment : path.replaceFirst("^/", "").split("/", -1)) {
      byte[] bytes = segment.getBytes(StandardCharsets.UTF_8);
      if (bytes.length > LONGEST_EXTENDED) {
        skipped.put(path, "no path of CoAP");
        return;
      }
      // RFC 7252, section 3.1: options of 13 bytes and more have their length in a byte of its own.
      hex.append(
          bytes.length <= LONGEST_SEGMENT
              ? "%x%x".formatted(delta, bytes.length)
              : "%xd%02x".formatted(delta, bytes.length - LONGEST_SEGMENT - 1));
      hex.append(java.util.HexFormat.of().formatHex(bytes));
      delta = 0;
    }
    options.put(path, hex.toString());
  }

  List<String> tried() {
    return List.copyOf(options.keySet());
  }

  /** Paths to which nothing is sent, with why. */
  Map<String, String> skipped() {
    return skipped;
  }

  /** Messages to all of them. */
  List<OddMessage> messages() {
    List<OddMessage> messages = new ArrayList<>();
    options.values().forEach(hex -> messages.addAll(OddMessage.of("coap-path", hex)));
    return messages;
  }
}
