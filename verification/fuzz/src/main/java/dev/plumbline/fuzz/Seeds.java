package dev.plumbline.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes what the fuzzer begins with: the samples of the tests, answers of devices, example
 * dossiers.
 */
public final class Seeds {
  private static final int LARGEST = 1 << 18;

  private Seeds() {}

  /**
   * Writes.
   *
   * @param args the project's directory, and the folder to write a folder for each target into
   */
  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[0]);
    Path to = Path.of(args[1]);
    Path tests = Path.of("src/test/resources/dev/plumbline");
    Path importers = home.resolve("gathering/importers").resolve(tests).resolve("importers");
    for (Path folder : list(importers)) {
      String name = String.valueOf(folder.getFileName());
      for (Path sample : list(folder)) {
        byte[] bytes = Files.readAllBytes(sample);
        write(
            to.resolve("ImportersTarget"),
            name,
            sample,
            new byte[] {ImportersTarget.choosing(name)},
            bytes);
        write(to.resolve("RecognitionTarget"), name, sample, new byte[0], bytes);
      }
    }
    for (Path sample : list(home.resolve("gathering/capture").resolve(tests).resolve("capture"))) {
      write(
          to.resolve("CaptureTarget"), "capture", sample, new byte[0], Files.readAllBytes(sample));
    }
    for (Path sample :
        list(home.resolve("gathering/firmware").resolve(tests).resolve("firmware"))) {
      write(to.resolve("FirmwareTarget"), "image", sample, new byte[0], Files.readAllBytes(sample));
    }
    answers(home.resolve("gathering"), to);
    for (Path example : list(home.resolve("examples"))) {
      for (int i = 0; i < DossierTarget.FILES.size(); i++) {
        Path file = example.resolve(DossierTarget.FILES.get(i));
        if (Files.exists(file)) {
          String name = String.valueOf(example.getFileName());
          write(
              to.resolve("DossierTarget"),
              name,
              file,
              new byte[] {(byte) i},
              Files.readAllBytes(file));
        }
      }
    }
  }

  /** What real devices answered, kept beside the tests of the readers. */
  private static void answers(Path gathering, Path to) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("clients", "probes")) {
      try (Stream<Path> all = Files.walk(gathering.resolve(module).resolve("src/test/resources"))) {
        all.filter(f -> f.toString().endsWith(".hex")).sorted().forEach(files::add);
      }
    }
    for (Path file : files) {
      String protocol = String.valueOf(file.getName(file.getNameCount() - 2));
      String target =
          "Altered"
              + protocol.substring(0, 1).toUpperCase(Locale.ROOT)
              + protocol.substring(1)
              + "Test";
      StringBuilder digits = new StringBuilder();
      Files.readAllLines(file).stream().filter(l -> !l.startsWith("#")).forEach(digits::append);
      write(to.resolve(target), protocol, file, new byte[0], HexFormat.of().parseHex(digits));
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static void write(Path folder, String name, Path sample, byte[] before, byte[] bytes)
      throws IOException {
    if (bytes.length > LARGEST) {
      return;
    }
    Files.createDirectories(folder);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(before);
    whole.writeBytes(bytes);
    Files.write(folder.resolve(name + "-" + sample.getFileName()), whole.toByteArray());
  }
}
