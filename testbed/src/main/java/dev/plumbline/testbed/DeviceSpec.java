package dev.plumbline.testbed;

import dev.plumbline.testbed.net.Silence;
import dev.plumbline.testbed.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a simulated device is made of, which flaws are on, and whether it is mute. Immutable; the
 * {@code with} methods give another one.
 *
 * @param name name of the file under {@code devices/}
 * @param base the specification without flaws
 * @param flaws ids of the flaws that are on, in the order in which they are laid over the base
 */
public record DeviceSpec(String name, Settings base, List<String> flaws, Silence silence) {
  public DeviceSpec {
    flaws = List.copyOf(flaws);
    FlawCatalogue known = FlawCatalogue.load();
    flaws.forEach(known::flaw);
  }

  /** Names of the devices that can be started. */
  public static List<String> names() {
    return YamlResource.read("/devices/index.yaml").texts("devices");
  }

  /**
   * Reads a device with its flaws.
   *
   * @throws IllegalArgumentException when there is no such device
   */
  public static DeviceSpec named(String name) {
    Settings own = YamlResource.read("/devices/" + name + ".yaml");
    Settings whole =
        own.text("like")
            .map(like -> YamlResource.read("/devices/" + like + ".yaml").with(own))
            .orElse(own);
    return new DeviceSpec(name, whole, own.texts("flaws"), Silence.NONE);
  }

  /**
   * A device with one part, for tests.
   *
   * @param part id and kind of the part: {@code http}, {@code ssh}, {@code telnet}, {@code ftp},
   *     {@code rtsp}, {@code console}
   * @param settings its settings; any free port is taken where they name none
   */
  public static DeviceSpec ofPart(String part, Map<String, Object> settings) {
    Map<String, Object> own = new LinkedHashMap<>(settings);
    own.putIfAbsent("kind", part);
    Settings base =
        Settings.of(
            Map.of(
                "accounts",
                Map.of(
                    "owner",
                    Map.of("user", "admin", "password", "secret", "on", Map.of(part, true))),
                "parts",
                Map.of(part, own)));
    return new DeviceSpec(part, base, List.of(), Silence.NONE);
  }

  /** The specification with its flaws laid over it. */
  public Settings effective() {
    FlawCatalogue known = FlawCatalogue.load();
    Settings whole = base;
    for (String flaw : flaws) {
      whole = whole.with(known.flaw(flaw).patch());
    }
    return whole;
  }

  /** The same device with these flaws on too. */
  public DeviceSpec with(String... ids) {
    List<String> more = new ArrayList<>(flaws);
    for (String id : ids) {
      if (!more.contains(id)) {
        more.add(id);
      }
    }
    return new DeviceSpec(name, base, more, silence);
  }

  /** The same device with these flaws off. */
  public DeviceSpec without(String... ids) {
    return new DeviceSpec(
        name, base, flaws.stream().filter(f -> !List.of(ids).contains(f)).toList(), silence);
  }

  public DeviceSpec withoutFlaws() {
    return new DeviceSpec(name, base, List.of(), silence);
  }

  /** The same device with a change of its base, in the shape of the device file. */
  public DeviceSpec patched(Map<String, Object> patch) {
    return new DeviceSpec(name, base.with(Settings.of(patch)), flaws, silence);
  }

  /** The same device with these parts alone, each on any free port. */
  public DeviceSpec onlyParts(String... ids) {
    Map<String, Object> patch = new LinkedHashMap<>();
    base.child("parts")
        .children()
        .keySet()
        .forEach(
            id ->
                patch.put(id, List.of(ids).contains(id) ? Map.of("port", 0) : Map.of("on", false)));
    Map<String, Object> silent = new LinkedHashMap<>();
    base.child("clients").children().keySet().forEach(id -> silent.put(id, Map.of("on", false)));
    return patched(Map.of("parts", patch, "clients", silent, "bench", Map.of("on", false)));
  }

  /** The same device on any free ports, its manufacturer's pages too. */
  public DeviceSpec anyPorts() {
    Map<String, Object> parts = new LinkedHashMap<>();
    base.child("parts").children().keySet().forEach(id -> parts.put(id, Map.of("port", 0)));
    return patched(Map.of("parts", parts, "vendor", Map.of("port", 0), "bench", Map.of("port", 0)));
  }

  /** The same device, which accepts connections and says nothing, or resets them. */
  public DeviceSpec mute(Silence how) {
    return new DeviceSpec(name, base, flaws, how);
  }

  /** Loopback address that the device's dossier names. */
  public String address() {
    return base.required("address");
  }

  /** Loopback address of the manufacturer's pages. */
  public String vendorAddress() {
    return base.child("vendor").required("address");
  }

  /** The statements of the dossier that the flaws prove wrong. */
  public List<Contradicted> contradictions() {
    return base.list("contradictions").stream()
        .filter(c -> flaws.contains(c.required("flaw")))
        .map(c -> new Contradicted(c.required("flaw"), c.required("statement"), c.required("cell")))
        .toList();
  }

  /** The pre-installed passwords of sampled units, by serial number. */
  public Map<String, Settings> units() {
    return effective().child("units").children();
  }

  /**
   * A statement that a flaw proves wrong.
   *
   * @param statement {@code TABLE/ENTRY}, or the table alone when it has no entries
   * @param cell column of the table
   */
  public record Contradicted(String flaw, String statement, String cell) {}
}
