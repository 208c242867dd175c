package dev.plumbline.acceptance;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Observation.Source;
import dev.plumbline.dossier.Waiver;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.judging.Judged;
import dev.plumbline.observation.Codec;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dossier that can be judged and whose every text is a payload: what its maker wrote, what the
 * device answered, and what people gave as reasons.
 */
final class HostileDossier {
  private final LocalDate today = LocalDate.now(Clock.systemUTC());

  /** Fields with a closed list of words. */
  private static final Set<String> CLOSED = Set.of("status", "type", "targetType");

  private final Path folder;
  private final Payloads payloads;
  private final Payloads written;
  private int next;

  private HostileDossier(Path folder, Payloads payloads) {
    this.folder = folder;
    this.payloads = payloads;
    this.written = payloads.inYaml();
  }

  /** Makes one of an example. */
  static HostileDossier of(String example, Path folder, Payloads payloads) throws IOException {
    HostileDossier made = new HostileDossier(Repository.copyOfExample(example, folder), payloads);
    made.declare();
    made.record();
    return made;
  }

  Path folder() {
    return folder;
  }

  /** Every payload that a file can hold stands in at least one text of the declaration. */
  private void declare() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> rows = Files.list(folder.resolve("ixit"))) {
      files.addAll(rows.sorted().toList());
    }
    files.add(folder.resolve("ics.yaml"));
    files.add(folder.resolve("supply.yaml"));
    for (Path file : files) {
      if (Files.exists(file)) {
        Object tree =
            YamlReader.read(Files.readString(file), file.toString(), new Problems())
                .orElseThrow()
                .plain();
        // JSON is YAML.
        Files.writeString(file, JsonMapper.shared().writeValueAsString(replaced("", tree)));
      }
    }
    Path product = folder.resolve("product.yaml");
    String text = Files.readString(product);
    for (String key : List.of("manufacturer", "name", "model", "hardwareVersion", "serial")) {
      text = text.replaceFirst("(?m)^  " + key + ": .*$", "  " + key + ": @@");
    }
    text = text.replace("Example Devices, product security team", "@@");
    while (text.contains("@@")) {
      text =
          text.replaceFirst(
              "@@", java.util.regex.Matcher.quoteReplacement(quoted(written.at(next++))));
    }
    Files.writeString(product, text);
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }

  /** The same with payloads instead of prose, which has a blank; most closed words have none. */
  private Object replaced(String key, Object node) {
    return switch (node) {
      case Map<?, ?> map -> {
        Map<String, Object> all = new LinkedHashMap<>();
        map.forEach((k, v) -> all.put(String.valueOf(k), replaced(String.valueOf(k), v)));
        yield all;
      }
      case List<?> list -> list.stream().map(i -> replaced(key, i)).toList();
      case String text when text.contains(" ") && !CLOSED.contains(key) -> written.at(next++);
      default -> node;
    };
  }

  private void record() throws IOException {
    Workspace workspace = opened();
    try (DossierWriter writer = workspace.folder().write()) {
      EvidenceFile file =
          writer.storeEvidence(
              payloads.at(0).getBytes(StandardCharsets.UTF_8),
              new EvidenceNote(
                  written.at(1),
                  written.at(2),
                  written.at(3),
                  written.at(4),
                  written.at(5),
                  Instant.EPOCH,
                  written.at(6)));
      List<Observation> seen = new ArrayList<>();
      for (Codec<?> kind : Kinds.all()) {
        for (String subject : List.of("DUT", "tcp/127.88.2.1/8443", payloads.at(next++))) {
          seen.add(observation(kind, subject, workspace, file));
        }
      }
      writer.appendObservations(seen);
    }
    decide(opened());
  }

  /** A decision with a payload at every second item, a waiver with one where an item fails. */
  private void decide(Workspace workspace) throws IOException {
    List<Judged> items =
        new Assessor(workspace.catalogue())
            .judge(workspace.dossier(), CryptoPolicies.load(), today)
            .items()
            .toList();
    List<Decision> decisions = new ArrayList<>();
    List<Waiver> waivers = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Judged item = items.get(i);
      String text = payloads.at(i);
      Finding finding =
          switch (i % 3) {
            case 0 -> new Finding.Holds(text);
            case 1 -> new Finding.Violated(text, payloads.at(i + 1));
            default -> new Finding.NotApplicable(text);
          };
      decisions.add(
          new Decision(
              item.item().id(),
              finding,
              payloads.at(i + 7),
              Instant.now(),
              item.basisDigest(),
              List.of()));
      if (finding instanceof Finding.Violated v) {
        waivers.add(
            new Waiver(
                item.item().id(),
                v.reason(),
                payloads.at(i + 3),
                today.plusDays(30),
                payloads.at(i + 5),
                Instant.now()));
      }
    }
    try (DossierWriter writer = workspace.folder().write()) {
      writer.appendDecisions(decisions);
      writer.appendWaivers(waivers);
    }
  }

  private Workspace opened() {
    Workspace.Opened opened = Workspace.open(folder, today);
    return opened
        .workspace()
        .orElseThrow(() -> new IllegalStateException(folder + ": " + opened.problems()));
  }

  /** Of that kind, with a payload in each of its texts that takes one. */
  private Observation observation(
      Codec<?> kind, String subject, Workspace workspace, EvidenceFile file) {
    Stored stored = HostileFacts.of(kind, () -> payloads.at(next++), () -> written.at(next++));
    var product = workspace.dossier().product();
    return new Observation(
        kind.key(),
        subject,
        Outcome.SEEN,
        stored.value(),
        stored.coverage(),
        "",
        new Source(
            payloads.at(next++),
            payloads.at(next++),
            product.softwareVersion(),
            product.unit(),
            product.state(),
            "a-run",
            Instant.now()),
        Optional.of(new EvidenceRef(file.sha256(), 0, 1)));
  }
}
