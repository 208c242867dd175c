package dev.plumbline.importers.nmapxml;

import dev.plumbline.importers.shared.network.CommandLines;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.Ports;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.XmlInput;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks an Nmap document and hands each host of the device its parts. What was seen counts only
 * when the run came to its end, which the last element tells.
 */
final class NmapDocument implements XmlInput.Handler {
  /** Scans whose answers tell open from closed; the others (ACK, FIN, window, …) guess. */
  private static final Set<String> TELLING = Set.of("syn", "connect", "udp");

  private final Reading reading;
  private final HeldFacts facts = new HeldFacts();
  private final Map<String, BitSet> asked = new HashMap<>();
  private Optional<NmapHost> host = Optional.empty();
  private boolean begun;
  private boolean finished;
  private String exit = "";
  private Instant started = Instant.EPOCH;

  NmapDocument(Reading reading) {
    this.reading = reading;
  }

  @Override
  public void start(String name, Map<String, String> attributes, int line)
      throws MalformedImportException {
    if (!begun && !name.equals("nmaprun")) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "its root is " + name + ", not nmaprun", line, 0);
    }
    switch (name) {
      case "nmaprun" -> begin(attributes);
      case "scaninfo" -> scan(attributes);
      case "host" -> host = Optional.of(new NmapHost(asked, started, attributes));
      case "finished" -> {
        finished = true;
        exit = attributes.getOrDefault("exit", "success");
      }
      default -> {
        if (host.isPresent()) {
          host.get().start(name, attributes, reading, line);
        }
      }
    }
  }

  private void begin(Map<String, String> attributes) {
    begun = true;
    String start = attributes.getOrDefault("start", "");
    Optional<Instant> at =
        start.matches("\\d{1,12}")
            ? Optional.of(Instant.ofEpochSecond(Long.parseLong(start)))
            : Optional.empty();
    started = at.orElse(Instant.EPOCH);
    String args = attributes.getOrDefault("args", "");
    String target = args.substring(args.lastIndexOf(' ') + 1);
    reading.ran(
        new ToolRun(attributes.getOrDefault("version", ""), CommandLines.masked(args), target, at));
  }

  private void scan(Map<String, String> attributes) {
    if (TELLING.contains(attributes.getOrDefault("type", ""))) {
      asked
          .computeIfAbsent(attributes.getOrDefault("protocol", ""), p -> new BitSet())
          .or(Ports.parse(attributes.getOrDefault("services", "")));
    }
  }

  @Override
  public void end(String name, String text) {
    if (host.isEmpty()) {
      return;
    }
    if (name.equals("host")) {
      host.get().tell(facts);
      host = Optional.empty();
    } else {
      host.get().end(name, text);
    }
  }

  /** Tells what was held. */
  void finish() throws MalformedImportException {
    if (!begun) {
      throw new MalformedImportException(ImportRefusal.OTHER_FORMAT, "it has no nmaprun");
    }
    if (!finished) {
      facts.withhold(reading, "Nmap was stopped before its end");
    } else if (!exit.equals("success")) {
      facts.withhold(reading, "Nmap ended with an error");
    } else {
      facts.tell(reading);
    }
  }
}
