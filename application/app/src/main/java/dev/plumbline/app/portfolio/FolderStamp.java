package dev.plumbline.app.portfolio;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * State of all files of a dossier by their names, sizes, numbers and times, without reading them.
 * The time of the last change of a file's entry is among them, which no program can set back, so
 * that a file that was changed in place is noticed although its size and its own time stayed.
 *
 * @param digest of all of it
 * @param given the same without the journals to which people's decisions and remarks are appended
 * @param newest the latest change, in nanoseconds since 1970; 0 without a file
 */
public record FolderStamp(Digest digest, Digest given, long newest) {
  private static final int DEEPEST = 8;
  private static final String LOCK = ".lock";

  /** Of the first folder, as they are named here. */
  private static final Set<String> OF_PEOPLE =
      DossierFolder.JOURNALS_OF_PEOPLE.stream()
          .map(j -> "0/" + j)
          .collect(Collectors.toUnmodifiableSet());

  /** Kernels write times in steps of up to 10 ms. */
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);

  private static final String ATTRIBUTES =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
          ? "unix:isDirectory,size,ino,ctime,lastModifiedTime"
          : "isDirectory,size,lastModifiedTime";

  /**
   * The stamp of these folders, eight levels deep. Follows no links; {@code .git} and lock files
   * are left out.
   *
   * @throws IOException if a folder cannot be read
   */
  public static FolderStamp of(List<Path> folders) throws IOException {
    Walk walk = new Walk(new ArrayList<>());
    for (int i = 0; i < folders.size(); i++) {
      walk.folder(folders.get(i), i + "/", 0);
    }
    walk.files.sort(String::compareTo);
    Digest all = Digest.ofParts(walk.files);
    walk.files.removeIf(f -> OF_PEOPLE.contains(f.substring(0, f.indexOf('\n'))));
    return new FolderStamp(all, Digest.ofParts(walk.files), walk.newest);
  }

  /**
   * Whether a file could be changed now without another stamp: the last change is so recent that
   * the next one may bear the same time.
   *
   * @param now nanoseconds since 1970
   */
  public boolean isUnsettled(long now) {
    return now - newest < STEP;
  }

  private static final class Walk {
    private final List<String> files;
    private long newest;

    Walk(List<String> files) {
      this.files = files;
    }

    void folder(Path folder, String before, int depth) throws IOException {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          entry(entry, before, depth);
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      } catch (NoSuchFileException e) {
        if (depth == 0) {
          throw e;
        }
        // Gone since its folder was listed: the next stamp differs.
      }
    }

    private void entry(Path entry, String before, int depth) throws IOException {
      String name = before + entry.getFileName();
      if (entry.endsWith(LOCK) || entry.endsWith(".git")) {
        return;
      }
      Map<String, Object> is;
      try {
        is = Files.readAttributes(entry, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      } catch (NoSuchFileException e) {
        return;
      }
      if (Boolean.TRUE.equals(is.get("isDirectory"))) {
        if (depth + 1 < DEEPEST) {
          folder(entry, name + "/", depth + 1);
        }
        return;
      }
      long modified = nanos(is, "lastModifiedTime");
      long changed = nanos(is, "ctime");
      newest = Math.max(newest, Math.max(modified, changed));
      files.add(
          name + "\n" + is.get("size") + " " + is.get("ino") + " " + modified + " " + changed);
    }

    private static long nanos(Map<String, Object> is, String name) {
      return is.get(name) instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : 0;
    }
  }
}
