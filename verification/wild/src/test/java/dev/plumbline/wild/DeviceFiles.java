package dev.plumbline.wild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads devices from the YAML files of a folder and of its folders. */
final class DeviceFiles {
  private static final List<String> OWN =
      List.of(
          "id", "title", "flaw", "units", "may", "question", "why", "quick", "settled", "passes");
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "title",
          "flaw",
          "units",
          "may",
          "question",
          "why",
          "quick",
          "settled",
          "seconds",
          "passes",
          "packages",
          "env",
          "start",
          "waits",
          "settle",
          "dossier",
          "like",
          "edition",
          "editions",
          "intrusiveness",
          "ports",
          "only",
          "address",
          "addresses",
          "maker",
          "tester",
          "capture",
          "samples");
  private static final Pattern UNIT = Pattern.compile("\\d(\\.\\d+)?-[0-9A-Z]+-\\d[a-z](@\\S+)?");

  private DeviceFiles() {}

  /**
   * The devices in the order of the files' names.
   *
   * @throws IllegalArgumentException with all that is wrong
   */
  static List<Device> read(Path folder) throws IOException {
    Map<String, Tree> written = new LinkedHashMap<>();
    Map<String, Path> places = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
    for (Path file : files) {
      for (Tree device : Tree.read(file).trees("devices")) {
        String id = device.text("id");
        if (written.put(id, device) != null) {
          problems.add(file + ": two devices are called '" + id + "'");
        }
        places.put(id, file.toAbsolutePath().getParent());
        for (String key : device.fields().keySet()) {
          if (!KNOWN.contains(key)) {
            problems.add(file + ": " + id + ": unknown field '" + key + "'");
          }
        }
      }
    }
    List<Device> devices = new ArrayList<>();
    for (String id : written.keySet()) {
      devices.addAll(devices(whole(id, written, 0), places.getOrDefault(id, folder)));
    }
    devices.forEach(d -> problems.addAll(problems(d)));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return devices;
  }

  private static Tree whole(String id, Map<String, Tree> written, int depth) {
    Tree device = written.get(id);
    if (device == null || depth > 9) {
      throw new IllegalArgumentException("no device '" + id + "' to be like, or a circle");
    }
    if (!device.has("like")) {
      return device;
    }
    Tree like = whole(device.text("like"), written, depth + 1).without(OWN);
    return like.over(device.without(List.of("like")));
  }

  /** One for each edition that it is judged by. */
  private static List<Device> devices(Tree data, Path here) {
    List<Device> devices = new ArrayList<>();
    Tree byEdition = data.at("units");
    if (!byEdition.fields().isEmpty()) {
      for (String edition : byEdition.fields().keySet()) {
        devices.add(Device.of(data, edition, byEdition.texts(edition), here));
      }
    } else if (data.has("editions")) {
      for (String edition : data.texts("editions")) {
        devices.add(Device.of(data, edition, data.texts("units"), here));
      }
    } else {
      String edition = data.text("edition", Device.LATEST);
      devices.add(Device.of(data, edition, data.texts("units"), here));
    }
    return devices;
  }

  private static List<String> problems(Device device) {
    List<String> problems = new ArrayList<>();
    String id = device.id();
    if (!id.matches("[a-z0-9][a-z0-9.-]*")) {
      problems.add(id + ": an id has lower-case letters, digits and hyphens");
    }
    if (device.title().isEmpty() || device.data().text("start").isEmpty()) {
      problems.add(id + ": title and start are needed");
    }
    if (device.sound() != device.units().isEmpty()) {
      problems.add(id + ": a flaw needs units, a sound device has none");
    }
    if (!device.sound() && device.data().text("why").isEmpty()) {
      problems.add(id + ": why is needed");
    }
    if (!device.sound() && !Set.of("open", "closed").contains(device.data().text("question"))) {
      problems.add(id + ": question is open or closed");
    }
    Stream.concat(device.units().stream(), device.may().stream())
        .filter(u -> !u.equals(ItemVerdict.ANY) && !UNIT.matcher(u).matches())
        .forEach(u -> problems.add(id + ": '" + u + "' is not a unit"));
    return problems;
  }
}
