package dev.plumbline.dossier.file;

import dev.plumbline.core.NumberOrder;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.yaml.ConflictMarks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a dossier, read so that nothing outside the directory is ever touched: no links, no
 * devices, no {@code ..}, and bounded sizes. A dossier may come from a stranger.
 */
public final class DossierFiles {
  /** Largest YAML or CSV file that is read, in bytes. */
  static final long MAX_TEXT = 8L * 1024 * 1024;

  /** Whether the absence of a file is a problem. */
  public enum Need {
    REQUIRED,
    OPTIONAL
  }

  private final Path root;
  private final Map<String, String> proposed;
  private final Set<String> refused = new HashSet<>();

  /** The files as they are in this folder. */
  public DossierFiles(Path root) {
    this(root, Map.of());
  }

  /**
   * The files as they would be.
   *
   * @param proposed texts that take the place of files, by their names relative to the root
   */
  public DossierFiles(Path root, Map<String, String> proposed) {
    this.root = root;
    this.proposed = Map.copyOf(proposed);
  }

  Path root() {
    return root;
  }

  /** Looks at everything inside and tells about what will not be read. */
  public void inspect(Problems problems) {
    try {
      Files.walkFileTree(root, new Inspector(problems));
    } catch (IOException e) {
      problems.error(
          "PLB-1016",
          Place.of("."),
          "The directory cannot be read: " + reason(e) + ".",
          "Give yourself the right to read it.");
    }
  }

  /**
   * Why a path cannot be one inside a dossier; empty when it can.
   *
   * @param relative as written in a file
   */
  public static Optional<String> pathFault(String relative) {
    if (relative.isBlank()) {
      return Optional.of("is empty");
    }
    if (relative.startsWith("/") || relative.startsWith("~") || relative.matches("[A-Za-z]:.*")) {
      return Optional.of("is absolute");
    }
    if (relative.indexOf('\\') >= 0 || relative.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("has backslashes or control characters");
    }
    boolean climbs =
        Stream.of(relative.split("/", -1))
            .anyMatch(p -> p.isEmpty() || p.equals(".") || p.equals(".."));
    return climbs ? Optional.of("has '.', '..' or empty parts") : Optional.empty();
  }

  /** A regular file inside the dossier, reached without any link; tells why there is none. */
  public Optional<Path> regular(String relative, Need need, Problems problems) {
    Path path = root;
    String walked = "";
    String[] parts = relative.split("/");
    for (int i = 0; i < parts.length; i++) {
      walked = walked.isEmpty() ? parts[i] : walked + "/" + parts[i];
      path = path.resolve(parts[i]);
      if (refused.contains(walked)) {
        return Optional.empty();
      }
      Optional<BasicFileAttributes> found = attributes(path, walked, problems);
      if (found.isEmpty()) {
        if (need == Need.REQUIRED && !refused.contains(walked)) {
          problems.error(
              "PLB-1011",
              Place.of(relative),
              "The file is missing.",
              "Create it; 'plumbline new' writes a commented one.");
        }
        return Optional.empty();
      }
      boolean last = i == parts.length - 1;
      if (!accept(found.get(), walked, last, problems)) {
        return Optional.empty();
      }
    }
    return Optional.of(path);
  }

  /** The text of a UTF-8 file of bounded size. A byte order mark is left out. */
  public Optional<String> text(String relative, Need need, Problems problems) {
    String instead = proposed.get(relative);
    if (instead != null) {
      return Optional.of(instead);
    }
    return regular(relative, need, problems)
        .flatMap(p -> bytes(p, relative, problems))
        .flatMap(b -> decode(b, relative, problems))
        .filter(t -> isWithoutMarks(t, relative, problems));
  }

  private static boolean isWithoutMarks(String text, String relative, Problems problems) {
    Optional<Integer> line = ConflictMarks.line(text);
    line.ifPresent(l -> ConflictMarks.tell(new Place(relative, l, 1), problems));
    return line.isEmpty();
  }

  private static Optional<byte[]> bytes(Path path, String relative, Problems problems) {
    try {
      long size = Files.size(path);
      if (size > MAX_TEXT) {
        problems.error(
            "PLB-1014",
            Place.of(relative),
            "The file has " + size + " bytes; at most " + MAX_TEXT + " are read.",
            "Move long material into evidence/ and refer to it.");
        return Optional.empty();
      }
      try (InputStream in = open(path)) {
        return Optional.of(in.readNBytes((int) MAX_TEXT));
      }
    } catch (IOException e) {
      problems.error(
          "PLB-1016",
          Place.of(relative),
          "The file cannot be read: " + reason(e) + ".",
          "Give yourself the right to read it.");
      return Optional.empty();
    }
  }

  /** Opens for reading; fails on a link, even one put there a moment ago. */
  public static InputStream open(Path path) throws IOException {
    return Channels.newInputStream(
        Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
  }

  private static Optional<String> decode(byte[] bytes, String relative, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    String text = out.toString();
    if (result.isError()) {
      int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
      int column = text.length() - text.lastIndexOf('\n');
      problems.error(
          "PLB-1015",
          new Place(relative, line, column),
          "The byte at offset " + in.position() + " is not UTF-8.",
          "Save the file as UTF-8.");
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /**
   * Names of what lies in a folder, sorted; none when the folder is absent.
   *
   * @param folder {@code .} for the dossier itself
   */
  public List<String> names(String folder, Problems problems) {
    Path path = root.resolve(folder);
    String prefix = folder.equals(".") ? "" : folder + "/";
    List<String> fresh =
        proposed.keySet().stream()
            .filter(n -> n.startsWith(prefix) && n.indexOf('/', prefix.length()) < 0)
            .map(n -> n.substring(prefix.length()))
            .toList();
    if (refused.contains(folder) || !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return fresh;
    }
    try (Stream<Path> inside = Files.list(path)) {
      return Stream.concat(inside.map(p -> p.getFileName().toString()), fresh.stream())
          .filter(n -> !refused.contains(prefix + n))
          .distinct()
          .sorted(NumberOrder.INSTANCE)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      problems.error(
          "PLB-1016",
          Place.of(folder),
          "The folder cannot be read: " + reason(e) + ".",
          "Give yourself the right to read it.");
      return List.of();
    }
  }

  private Optional<BasicFileAttributes> attributes(Path path, String walked, Problems problems) {
    try {
      return Optional.of(
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      refused.add(walked);
      problems.error(
          "PLB-1016",
          Place.of(walked),
          "The file cannot be read: " + reason(e) + ".",
          "Give yourself the right to read it.");
      return Optional.empty();
    }
  }

  private boolean accept(BasicFileAttributes a, String walked, boolean last, Problems problems) {
    if (a.isSymbolicLink()) {
      refuseLink(walked, problems);
      return false;
    }
    if (last ? a.isRegularFile() : a.isDirectory()) {
      return true;
    }
    refused.add(walked);
    String is = a.isDirectory() ? "a directory" : a.isRegularFile() ? "a file" : "a device or pipe";
    problems.error(
        "PLB-1013",
        Place.of(walked),
        "This is " + is + "; " + (last ? "a regular file" : "a directory") + " belongs here.",
        "Move it away.");
    return false;
  }

  private void refuseLink(String walked, Problems problems) {
    if (refused.add(walked)) {
      problems.error(
          "PLB-1012",
          Place.of(walked),
          "This is a symbolic link; links are not followed.",
          "Copy the file into the dossier.");
    }
  }

  /** Why a file could not be read, in words for a sentence. */
  public static String reason(Exception e) {
    return e.getClass().getSimpleName().replaceAll("(Exception|IO)", " ").strip()
        + (e.getMessage() == null ? "" : " " + e.getMessage());
  }

  private final class Inspector extends SimpleFileVisitor<Path> {
    private final Problems problems;

    Inspector(Problems problems) {
      this.problems = problems;
    }

    private String relative(Path path) {
      return root.relativize(path).toString();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      boolean hidden = !dir.equals(root) && dir.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isSymbolicLink()) {
        refuseLink(relative(file), problems);
      } else if (!attributes.isRegularFile()) {
        accept(attributes, relative(file), true, problems);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      refused.add(relative(file));
      problems.error(
          "PLB-1016",
          Place.of(relative(file)),
          "This cannot be read: " + reason(e) + ".",
          "Give yourself the right to read it.");
      return FileVisitResult.CONTINUE;
    }
  }
}
