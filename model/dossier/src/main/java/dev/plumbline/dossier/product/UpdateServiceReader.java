package dev.plumbline.dossier.product;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.UpdateService;
import dev.plumbline.dossier.UpdateService.Metadata;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a stand-in serves to a device that looks for updates. */
public final class UpdateServiceReader {
  private static final List<String> KEYS = List.of("image", "metadata", "settleSeconds");
  private static final String NEWER = "newer";
  private static final List<String> RELEASED = List.of(NEWER, "older", "other-model");
  private static final List<String> METADATA_KEYS = List.of("path", NEWER, "older", "other-model");
  private static final int USUAL_SETTLE = 120;
  private static final int LONGEST_SETTLE = 600;

  private final DossierFiles files;
  private final Problems problems;

  UpdateServiceReader(DossierFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /** Empty where the client test serves nothing, or has a fault. */
  Optional<UpdateService> read(Shape client) {
    return client.child("serves", KEYS).flatMap(this::service);
  }

  private Optional<UpdateService> service(Shape shape) {
    List<String> images = shape.scalars("image").stream().map(Scalar::text).toList();
    if (images.isEmpty() || !images.stream().allMatch(UpdateServiceReader::isPath)) {
      wrong(
          shape,
          "image",
          "What is served names no path where the device fetches the image.",
          "Write 'image: /camera.bin', or a list; * stands for any text.");
      return Optional.empty();
    }
    long settle = shape.scalar("settleSeconds").flatMap(Scalar::asLong).orElse((long) USUAL_SETTLE);
    if (settle < 1 || settle > LONGEST_SETTLE) {
      wrong(
          shape,
          "settleSeconds",
          settle + " is no time to wait for an installation.",
          "Write seconds from 1 to " + LONGEST_SETTLE + ".");
      return Optional.empty();
    }
    List<Metadata> metadata = new ArrayList<>();
    for (Mapping item : shape.mappings("metadata")) {
      Optional<Metadata> one = metadata(Shape.of(item, problems, METADATA_KEYS));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      metadata.add(one.get());
    }
    return Optional.of(new UpdateService(images, metadata, Duration.ofSeconds(settle)));
  }

  private Optional<Metadata> metadata(Shape shape) {
    Map<String, String> released = new LinkedHashMap<>();
    for (String name : RELEASED) {
      Optional<String> file = shape.text(name);
      Optional<String> fault = file.flatMap(DossierFiles::pathFault);
      if (fault.isPresent()) {
        wrong(
            shape,
            name,
            "The path '" + Shape.shown(file.orElse("")) + "' " + fault.get() + ".",
            "Name a file inside the dossier, such as updates/newer.json.");
        return Optional.empty();
      }
      file.flatMap(f -> files.text(f, Need.REQUIRED, problems))
          .ifPresent(t -> released.put(name, t));
    }
    String path = shape.text("path").orElse("");
    if (!isPath(path) || !shape.has(NEWER)) {
      wrong(
          shape,
          "path",
          "A file beside the image needs its path and the one of the newer image.",
          "Write 'path: /latest.json' and 'newer: updates/newer.json'.");
      return Optional.empty();
    }
    return released.containsKey(NEWER)
        ? Optional.of(new Metadata(path, released))
        : Optional.empty();
  }

  private static boolean isPath(String text) {
    return text.startsWith("/");
  }

  private void wrong(Shape shape, String key, String what, String remedy) {
    problems.error("PLB-2021", shape.place(key), what, remedy);
  }
}
