package dev.plumbline.dossier.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from a variant to its base. A dossier may come from a stranger: the way is relative, goes
 * up two folders at most and then down through real folders, so that base and variant lie in a
 * folder of their family.
 */
public final class BasePath {
  /** A variant and its base share a folder at most so many above. */
  static final int MOST_UP = 2;

  private static final int MOST_DOWN = 4;
  private static final String UP = "..";

  private BasePath() {}

  /**
   * Why a text cannot be the way to a base; empty when it can.
   *
   * @param written as in product.yaml
   */
  public static Optional<String> fault(String written) {
    List<String> parts = List.of(written.split("/", -1));
    int up = (int) parts.stream().takeWhile(UP::equals).count();
    List<String> down = parts.subList(up, parts.size());
    if (up > MOST_UP || down.size() > MOST_DOWN) {
      return Optional.of(
          "leads too far: at most " + MOST_UP + " folders up and " + MOST_DOWN + " down");
    }
    Optional<String> fault =
        DossierFiles.pathFault(up == 0 || down.isEmpty() ? written : String.join("/", down));
    if (fault.isPresent()) {
      return fault;
    }
    return up == 0 ? Optional.of("does not begin with '../'") : Optional.empty();
  }

  /**
   * The directory that the way leads to.
   *
   * @param variant absolute and without {@code ..}
   * @param written without a fault
   */
  public static Path resolve(Path variant, String written) {
    return variant.resolve(written).normalize();
  }

  /**
   * The way back, which a base writes to name its variant.
   *
   * @param base the directory of the base, absolute and without {@code ..}
   * @param variant the same of the variant
   */
  public static String back(Path base, Path variant) {
    List<String> parts = new ArrayList<>();
    base.relativize(variant).forEach(part -> parts.add(part.toString()));
    return String.join("/", parts);
  }

  /** The first part of the way down that is no real folder; empty when all are. */
  public static Optional<String> blocked(Path variant, String written) {
    Path at = variant;
    for (String part : written.split("/")) {
      at = part.equals(UP) ? Optional.ofNullable(at.getParent()).orElse(at) : at.resolve(part);
      Optional<String> is = part.equals(UP) ? Optional.empty() : noFolder(at);
      if (is.isPresent()) {
        return Optional.of(part + " " + is.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> noFolder(Path path) {
    try {
      BasicFileAttributes found =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (found.isSymbolicLink()) {
        return Optional.of("is a link, and links are not followed");
      }
      return found.isDirectory() ? Optional.empty() : Optional.of("is no folder");
    } catch (IOException e) {
      return Optional.of("is not there");
    }
  }
}
