package dev.plumbline.app.trust;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.address.AddressRange;
import dev.plumbline.dossier.UserSettings;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code scope.yaml} of the machine and of the user. */
final class ScopePolicyReader {
  private static final String FILE = "scope.yaml";
  private static final Path MACHINE = Path.of("/etc/plumbline", FILE);
  private static final long LONGEST = 1024 * 1024;

  private final Problems problems = new Problems();
  private final List<AddressRange> ranges = new ArrayList<>();

  private ScopePolicyReader() {}

  /** What both allow together. */
  static ScopePolicy read(Map<String, String> environment) {
    return read(
        Stream.concat(
                Stream.of(MACHINE),
                UserSettings.folder(environment).map(f -> f.resolve(FILE)).stream())
            .toList());
  }

  static ScopePolicy read(List<Path> files) {
    ScopePolicyReader reader = new ScopePolicyReader();
    files.stream().filter(Files::exists).forEach(reader::file);
    return new ScopePolicy(reader.ranges, reader.problems.sorted());
  }

  private void file(Path file) {
    text(file)
        .flatMap(t -> YamlReader.read(t, file.toString(), problems))
        .flatMap(n -> Shape.root(n, problems))
        .map(m -> Shape.of(m, problems, List.of("allow")))
        .ifPresent(s -> s.scalars("allow").forEach(this::range));
  }

  private void range(Scalar written) {
    Optional<AddressRange> range = AddressRange.parse(written.text().strip());
    range.ifPresent(ranges::add);
    if (range.isEmpty()) {
      wrong(
          written.place(),
          "'" + Shape.shown(written.text()) + "' is no address and no block of addresses.",
          "Write such as 192.168.30.0/24 or 192.168.30.7; the bits behind the prefix are 0.");
    }
  }

  private Optional<String> text(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        wrong(Place.of(file.toString()), "It is no file of settings.", "Write it as a text file.");
        return Optional.empty();
      }
      boolean rights = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (rights
          && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_WRITE)) {
        wrong(
            Place.of(file.toString()),
            "Everybody on this machine can write to the file.",
            "Type: chmod o-w " + file);
        return Optional.empty();
      }
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      wrong(
          Place.of(file.toString()),
          "The file cannot be read: " + e.getClass().getSimpleName() + ".",
          "Write it as UTF-8 text that you can read.");
      return Optional.empty();
    }
  }

  private void wrong(Place place, String what, String remedy) {
    problems.error("PLB-2028", place, what, remedy);
  }
}
