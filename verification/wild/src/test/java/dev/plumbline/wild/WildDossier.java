package dev.plumbline.wild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the dossier of a device: that of the sound hub with what the device's data lays over it.
 */
final class WildDossier {
  private static final String PRODUCT = "product.yaml";
  private static final String SAMPLES = "samples.csv";
  private static final String AUTHENTICATION = "1-AuthMech";
  private static final String COMMUNICATION = "11-SecComMech";
  private static final String SERVICES = "13-SoftServ";
  private static final String INTERFACES = "28-LogIntf";

  private final Map<String, Tree> files = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<Path> copied = new ArrayList<>();
  private final Tree base;
  private final Path example;

  private WildDossier(Tree base, Path example) {
    this.base = base;
    this.example = example;
  }

  /** Writes the dossier into a folder that does not exist yet. */
  static void write(Device device, Path folder) throws IOException {
    Tree base = Tree.read(Repository.at("verification/wild/base.yaml"));
    Path example = Repository.at("examples").resolve(base.at("examples").text(device.edition()));
    WildDossier dossier = new WildDossier(base, example);
    dossier.readExample();
    dossier.lay(base.at("overlay"));
    dossier.texts.put(SAMPLES, base.text("samples"));
    dossier.scope(device.data());
    dossier.lay(device.data().at("dossier"));
    if (device.data().has("samples")) {
      dossier.texts.put(SAMPLES, device.data().text("samples"));
    }
    dossier.writeTo(folder);
  }

  private void readExample() throws IOException {
    List<String> leftOut = base.texts("leaveOut");
    List<Path> all;
    try (Stream<Path> walk = Files.walk(example)) {
      all = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : all) {
      String name = example.relativize(file).toString();
      if (leftOut.contains(example.relativize(file).getName(0).toString())) {
        continue;
      }
      if (name.endsWith(".yaml")) {
        files.put(name, Tree.read(file).mapped(this::replaced));
      } else {
        copied.add(file);
      }
    }
  }

  private String replaced(String text) {
    String changed = text;
    for (Map.Entry<String, @Nullable Object> each : base.at("replace").fields().entrySet()) {
      changed = changed.replace(each.getKey(), String.valueOf(each.getValue()));
    }
    return changed;
  }

  /** Lays ports and addresses of the device's own fields over product.yaml. */
  private void scope(Tree device) {
    List<String> addresses = new ArrayList<>(List.of(device.text("address", "10.88.0.2")));
    addresses.addAll(device.texts("addresses"));
    List<Map<String, @Nullable Object>> targets = new ArrayList<>();
    for (String address : addresses) {
      Map<String, @Nullable Object> target = new LinkedHashMap<>();
      target.put("address", address);
      target.put("ports", device.has("ports") ? device.list("ports") : List.of("1-65535"));
      targets.add(target);
    }
    Tree test = new Tree(Map.of("targets", targets));
    change(PRODUCT, new Tree(Map.of("test", test.fields())));
  }

  private void change(String file, Tree overlay) {
    files.put(file, files.getOrDefault(file, Tree.EMPTY).over(overlay));
  }

  private void lay(Tree overlay) {
    change(PRODUCT, overlay.at("product"));
    change("ics.yaml", overlay.at("ics"));
    overlay.trees("services").forEach(this::declare);
    for (String table : overlay.at("rows").fields().keySet()) {
      overlay.at("rows").at(table).fields().forEach((id, row) -> row(table, id, row));
    }
    for (String table : overlay.at("records").fields().keySet()) {
      Tree record = new Tree(Map.of("record", overlay.at("records").at(table).fields()));
      change(file(table), record);
    }
    overlay.at("files").fields().forEach((name, text) -> texts.put(name, String.valueOf(text)));
  }

  private static String file(String table) {
    return "ixit/" + table + ".yaml";
  }

  private List<Tree> rows(String table) {
    return files.getOrDefault(file(table), Tree.EMPTY).trees("entries");
  }

  private Tree find(String table, String id) {
    return rows(table).stream().filter(r -> r.text("id").equals(id)).findFirst().orElse(Tree.EMPTY);
  }

  /** Adds, changes or, where it is null, removes a row. */
  private void row(String table, String id, @Nullable Object written) {
    List<Object> entries = new ArrayList<>();
    Tree change = Tree.of(written);
    Tree old = find(table, change.has("like") ? change.text("like") : id);
    Tree changed =
        old.over(change.without(List.of("like")).with("id", id)); // the id of a copy is its own
    boolean placed = false;
    for (Tree row : rows(table)) {
      if (!row.text("id").equals(id)) {
        entries.add(row.fields());
      } else if (written != null) {
        entries.add(changed.fields());
        placed = true;
      }
    }
    if (written != null && !placed) {
      entries.add(changed.fields());
    }
    change(file(table), new Tree(Map.of("entries", entries)));
  }

  /** Adds the rows of a further declared service. */
  private void declare(Tree service) {
    String number = service.text("number", "9");
    String name = service.text("name");
    Tree rows =
        base.at("service")
            .mapped(
                t ->
                    t.replace("NUMBER", number)
                        .replace("NAME", name)
                        .replace("ENDPOINT", service.text("endpoint")));
    String login = service.text("login", "none");
    boolean hasLogin = !login.equals("none");
    boolean secured = service.has("secure");
    Tree intf = rows.at("LogIntf").with("protocol", service.text("protocol"));
    if (service.has("discloses")) {
      intf =
          intf.with("disclosedInformation", List.of(service.at("discloses").text("words")))
              .with("securityRelevantDisclosure", service.at("discloses").list("relevant"));
    }
    row(INTERFACES, "LogIntf-" + number, intf.over(service.at("logIntf")).fields());
    Tree soft = rows.at("SoftServ");
    List<String> dependents = new ArrayList<>(List.of("13-SoftServ/SoftServ-" + number));
    if (hasLogin) {
      Tree mechanism = rows.at(login).over(service.at("authMech"));
      Tree old = find(AUTHENTICATION, "AuthMech-1");
      if (login.equals("machine")) {
        old = old.without(List.of("passwordPattern", "attemptsBeforeDelay", "delaySeconds"));
      }
      Tree whole = old.over(mechanism);
      whole = whole.with("algorithms", service.at("secure").list("algorithms"));
      if (!secured) {
        whole = whole.with("cryptographicDetails", "None: user name and password in the clear.");
      }
      row(AUTHENTICATION, "AuthMech-" + number, whole.over(service.at("authMech")).fields());
      soft = soft.with("authenticationMechanism", List.of("AuthMech-" + number));
      soft = soft.with("allowsConfiguration", true);
      dependents.add("1-AuthMech/AuthMech-" + number);
    }
    row(SERVICES, "SoftServ-" + number, soft.over(service.at("softServ")).fields());
    if (secured) {
      Tree secure = service.at("secure");
      Tree communication =
          rows.at("SecComMech")
              .over(secure.without(List.of("details")))
              .over(
                  secure.has("details")
                      ? new Tree(Map.of("cryptographicDetails", secure.text("details")))
                      : Tree.EMPTY)
              .over(service.at("secComMech"));
      row(COMMUNICATION, "SecComMech-" + number, communication.fields());
      dependents.add("11-SecComMech/SecComMech-" + number);
    }
    append("29-InpVal", "InpVal-1", "source", List.of("LogIntf-" + number));
    append("10-SecParam", "SecParam-3", "services", dependents);
    if (secured) {
      String mechanism = "SecComMech-" + number;
      append("10-SecParam", "SecParam-3", "secureCommunicationMechanisms", List.of(mechanism));
    }
  }

  private void append(String table, String id, String field, List<String> more) {
    row(table, id, new Tree(Map.of(field + "+", more)).fields());
  }

  private void writeTo(Path folder) throws IOException {
    for (Path file : copied) {
      Path to = folder.resolve(example.relativize(file).toString());
      Files.createDirectories(to.getParent());
      Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
    }
    for (Map.Entry<String, Tree> file : files.entrySet()) {
      file.getValue().write(folder.resolve(file.getKey()));
    }
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Path to = folder.resolve(file.getKey());
      Files.createDirectories(to.toAbsolutePath().getParent());
      Files.writeString(to, file.getValue());
    }
  }
}
