package dev.plumbline.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.observation.run.DriverActionDone;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.Environment;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.probe.run.RunOptions;
import dev.plumbline.probe.run.RunReport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A dossier with a driver.yaml, and a device that answers HTTP as a test says. */
final class Stage implements AutoCloseable {
  private static final Map<TableRole, List<String>> ROLES =
      Map.of(
          TableRole.UPDATE_MECHANISMS, List.of("7-UpdMech"),
          TableRole.SECURE_BOOT, List.of("20-SecBoot"));

  static final String ADDRESS = "127.77.31.1";

  private final Path directory;
  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> records = new ArrayList<>();
  private Optional<Person> person = Optional.empty();
  private boolean programs;
  private Limits limits = Limits.usual();

  private Stage(Path directory, HttpServer server) {
    this.directory = directory;
    this.server = server;
  }

  /** Answers a request with a status and a text. */
  interface Device {
    String answer(String method, String path, String body, HttpExchange exchange)
        throws IOException;
  }

  static Stage at(Path directory, Device device) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0), 0);
    Stage stage = new Stage(directory, server);
    server.createContext("/", exchange -> stage.serve(exchange, device));
    server.start();
    Files.writeString(
        directory.resolve("product.yaml"),
        """
        edition: 3.1.3
        product: {manufacturer: M, name: N, model: M1, softwareVersion: 1.0.0}
        test:
          unit: U1
          state: initialized
          targets: [{address: %s, ports: [1-65535]}]
          credentials: [{role: owner, user: admin, password: Kx7-pQ92mmZ}]
        """
            .formatted(ADDRESS));
    Files.writeString(directory.resolve("ics.yaml"), "edition: 3.1.3\n");
    return stage;
  }

  private void serve(HttpExchange exchange, Device device) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    String path = exchange.getRequestURI().toString();
    requests.add(exchange.getRequestMethod() + " " + path + " " + body);
    String answer = device.answer(exchange.getRequestMethod(), path, body, exchange);
    byte[] text = answer.substring(4).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(
        Integer.parseInt(answer.substring(0, 3)), text.length == 0 ? -1 : text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<String> requests() {
    return requests;
  }

  /** Texts of the evidence that was stored. */
  List<String> records() {
    return records;
  }

  Stage with(Person somebody) {
    person = Optional.of(somebody);
    return this;
  }

  Stage within(Limits other) {
    limits = other;
    return this;
  }

  Stage withPrograms() {
    programs = true;
    return this;
  }

  /** Writes a program into the dossier. */
  void program(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  void driver(String yaml) throws IOException {
    Files.writeString(
        directory.resolve("driver.yaml"), yaml.replace("DEVICE", ADDRESS + ":" + port()));
  }

  /** What is wrong with the driver.yaml, as id and line. */
  List<String> problems() {
    Problems all = new Problems();
    DossierFolder folder = DossierFolder.at(directory);
    Dossier dossier = folder.open(new Problems()).orElseThrow().playing(ROLES);
    DriverFile.read(folder, dossier, all);
    return all.sorted().stream().map(Stage::shown).toList();
  }

  private static String shown(Problem p) {
    assertThat(p.place().file()).isEqualTo("driver.yaml");
    return p.id() + ":" + p.place().line();
  }

  DriverResult perform(DriverAction action, Map<String, String> arguments) {
    return perform(action, arguments, Optional.empty());
  }

  DriverResult perform(DriverAction action, Map<String, String> arguments, Optional<byte[]> file) {
    List<DriverResult> results = new ArrayList<>();
    RunReport report =
        run(driver -> results.add(driver.perform(action, arguments, file)), Intrusiveness.STRESS);
    assertThat(report.failed()).as("%s", report).isFalse();
    return results.getFirst();
  }

  /** What a probe does with the driver. */
  interface Use {
    void with(DeviceDriver driver) throws InterruptedException;
  }

  RunReport run(Use use, Intrusiveness intrusiveness) {
    DossierFolder folder = DossierFolder.at(directory);
    Problems problems = new Problems();
    Dossier dossier = folder.open(problems).orElseThrow().playing(ROLES);
    DriverFile file = DriverFile.read(folder, dossier, problems).orElseThrow();
    Environment environment =
        Environment.live(
                (content, what, probe) -> {
                  records.add(new String(content, StandardCharsets.UTF_8));
                  return Digest.of(content);
                },
                limits)
            .with(FileDriver.source(file, folder, programs, person));
    return new ProbeRunner(dossier.product(), dossier.ixit(), environment)
        .run(
            List.of(new Using(use, intrusiveness)),
            List.<Observation>of(),
            new RunOptions("r", Set.of(), Intrusiveness.STRESS, false, false),
            o -> {});
  }

  private record Using(Use use, Intrusiveness intrusiveness) implements Probe {
    @Override
    public ProbeSpec spec() {
      return new ProbeSpec(
          "using",
          "1.0.0",
          "Does it?",
          List.of("driver.action"),
          List.of(),
          intrusiveness,
          Duration.ofSeconds(60));
    }

    @Override
    public void run(ProbeContext context) throws InterruptedException {
      use.with(context.driver().orElseThrow());
      context.seen("DUT", new DriverActionDone("using", true, ""));
    }
  }

  /** Ends the device's service. */
  void fallSilent() {
    server.stop(0);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
