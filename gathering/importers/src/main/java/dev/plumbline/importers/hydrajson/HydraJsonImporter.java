package dev.plumbline.importers.hydrajson;

import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.Ports;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import dev.plumbline.observation.login.LoginDefaultPassword;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads the logins that Hydra found; no password is kept. How many it tried is not in its file, and
 * Hydra 9.5 writes the same successful file without errors when every connection failed. A file
 * without a login therefore decides nothing.
 */
public final class HydraJsonImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(HydraJsonImporter.class);
  private static final BoundedPattern PORT = BoundedPattern.compile("\\s-s\\s*(\\d{1,5})(?:\\s|$)");
  private static final BoundedPattern LIST = BoundedPattern.compile("\\s-[PC]\\s*(\\S+)");
  private static final String NOTHING_FOUND =
      "Hydra found no login, and its file is the same when every connection failed: it does not say"
          + " that a password was ever judged";
  private static final BoundedPattern SECRET = BoundedPattern.compile("(\\s-p\\s*)(\\S+)");

  /** Ports that Hydra uses where its command names none. */
  private static final Map<String, Integer> USUAL =
      Map.of(
          "ssh",
          22,
          "ftp",
          21,
          "telnet",
          23,
          "http-get",
          80,
          "http-post-form",
          80,
          "https-get",
          443,
          "https-post-form",
          443,
          "rtsp",
          554,
          "smtp",
          25,
          "http-head",
          80);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.text("/generator/software").equals("Hydra") && shape.has("/generator/server");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Hydra hydra = new Hydra(reading);
    JsonInput.read(
        in,
        Map.of(
            "/generator", (part, line) -> hydra.generator = part,
            "/results/*", hydra::result,
            "/errormessages/*", (part, line) -> hydra.errors.add(text(part)),
            "/success", (part, line) -> hydra.ended = true));
    hydra.tell();
  }

  private static final class Hydra {
    private final Reading reading;
    private final Map<String, List<String>> users = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();
    private JsonNode generator = MissingNode.getInstance();
    private boolean ended;

    Hydra(Reading reading) {
      this.reading = reading;
    }

    void result(JsonNode part, int line) {
      // Nothing here keeps the password; where it is the name as well, masking would hide the name.
      if (!text(part, "password").equals(text(part, "login"))) {
        reading.redact(text(part, "password"));
      }
      String host = text(part, "host");
      if (!reading.ofDevice(host)) {
        return;
      }
      int port = Ports.port(text(part, "port"));
      if (port == 0) {
        reading.leftOut("a login without a port", line);
        return;
      }
      users
          .computeIfAbsent(Endpoint.tcp(host, port).toString(), e -> new ArrayList<>())
          .add(text(part, "login"));
    }

    void tell() throws MalformedImportException {
      if (!text(generator, "software").equals("Hydra")) {
        throw new MalformedImportException(
            ImportRefusal.OTHER_FORMAT, "it does not name the Hydra that wrote it");
      }
      String command = text(generator, "commandline");
      Matcher list = LIST.matcher(command);
      String name = list.find() ? list.group(1).replaceFirst(".*/", "") : "as its command says";
      HeldFacts facts = new HeldFacts();
      Optional<String> stopped = stopped();
      users.forEach((endpoint, found) -> facts.seen(endpoint, accepted(found, name, stopped)));
      if (users.isEmpty()) {
        nothing(command, facts, stopped.orElse(NOTHING_FOUND));
      }
      facts.tell(reading);
      reading.ran(
          new ToolRun(
              text(generator, "version").replaceFirst("^v", ""),
              SECRET.matcher(command).replaceAll("$1[redacted]"),
              String.join(" ", texts(generator, "server")),
              Optional.empty()));
    }

    private Optional<String> stopped() {
      if (!errors.isEmpty()) {
        return Optional.of("Hydra reports errors: " + String.join("; ", errors));
      }
      return ended ? Optional.empty() : Optional.of("Hydra did not come to its end");
    }

    private static LoginDefaultPassword accepted(
        List<String> users, String list, Optional<String> stopped) {
      return new LoginDefaultPassword(
          users.stream()
              .distinct()
              .map(
                  u ->
                      new LoginDefaultPassword.Accepted(
                          u, list, Optional.empty(), Optional.empty()))
              .toList(),
          list,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          stopped);
    }

    private void nothing(String command, HeldFacts facts, String reason) {
      String server = text(generator, "server");
      Matcher named = PORT.matcher(command);
      int port =
          named.find()
              ? Ports.port(named.group(1))
              : USUAL.getOrDefault(text(generator, "service"), 0);
      if (server.isEmpty() || port == 0 || !reading.ofDevice(server)) {
        return;
      }
      facts.undetermined(LoginDefaultPassword.class, Endpoint.tcp(server, port).toString(), reason);
    }
  }
}
