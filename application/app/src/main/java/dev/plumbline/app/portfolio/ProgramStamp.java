package dev.plumbline.app.portfolio;

import dev.plumbline.core.Digest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * State of the program itself: of its jars and folders of classes, with all that is plugged in. A
 * result that another program made is made again.
 */
final class ProgramStamp {
  private ProgramStamp() {}

  /** The stamp of the class path of this process. */
  static Digest ofThis() throws IOException {
    return of(System.getProperty("java.class.path", ""));
  }

  static Digest of(String classPath) throws IOException {
    List<String> parts = new ArrayList<>();
    for (String entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        parts.add(entry + " " + FolderStamp.of(List.of(path)).digest().hex());
      } else if (Files.exists(path)) {
        BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
        parts.add(entry + " " + is.size() + " " + is.lastModifiedTime() + " " + is.fileKey());
      }
    }
    return Digest.ofParts(parts);
  }
}
