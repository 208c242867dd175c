package dev.plumbline.app;

import dev.plumbline.app.git.GitCommand;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a folder as a git repository has them at a revision, read by the git command as a
 * child. Only plumbing that reads objects is run: no hook, filter, pager, external diff or network
 * access of the repository's configuration takes part, for a dossier may come from a stranger.
 */
public final class GitRevision {
  private static final long MOST_BYTES = 512L * 1024 * 1024;
  private static final int MOST_FILES = 50_000;
  private static final String PARTIAL =
      "^(extensions\\.partialclone|remote\\..*\\.(promisor|partialclonefilter))$";

  private final Path folder;
  private final String commit;
  private final String prefix;

  private GitRevision(Path folder, String commit, String prefix) {
    this.folder = folder;
    this.commit = commit;
    this.prefix = prefix;
  }

  /**
   * Finds a revision.
   *
   * @param folder inside the repository
   * @param revision as git names it: a branch, a tag, {@code HEAD~3}, the digits of a commit
   * @throws IOException with the reason for people, if there is no repository or no such revision
   */
  public static GitRevision of(Path folder, String revision) throws IOException {
    if (revision.isBlank() || revision.startsWith("-") || hasControls(revision)) {
      throw new IOException("'" + revision + "' is no revision of git.");
    }
    Path directory = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(directory)) {
      throw new IOException("There is no directory " + folder + ".");
    }
    String prefix =
        said(directory, "rev-parse", "--show-prefix")
            .orElseThrow(() -> new IOException(folder + " lies in no git repository."));
    refusePartialClone(folder, directory);
    String commit =
        said(
                directory,
                "rev-parse",
                "--verify",
                "--quiet",
                "--end-of-options",
                revision + "^{commit}")
            .orElseThrow(
                () ->
                    new IOException(
                        "The repository of " + folder + " has no revision '" + revision + "'."));
    return new GitRevision(directory, commit, prefix);
  }

  /**
   * A repository that lacks objects names a remote from which git fetches them when they are read,
   * and older gits do so by a program of the repository's own configuration.
   */
  private static void refusePartialClone(Path folder, Path directory) throws IOException {
    if (said(directory, "config", "--name-only", "--get-regexp", PARTIAL).isPresent()) {
      throw new IOException(
          "The git repository of "
              + folder
              + " is a partial clone: reading a revision could fetch from its remote. Clone it"
              + " without --filter, and name the dossier in that clone.");
    }
  }

  /** The commit in hex. */
  public String commit() {
    return commit;
  }

  /**
   * Writes the files below the folder into a directory. Links and submodules are left out.
   *
   * @throws IOException if git fails, or the folder is larger than a dossier can be
   */
  public void writeTo(Path directory) throws IOException {
    List<Entry> entries = entries();
    Process git = new GitCommand(folder).start("cat-file", "--batch");
    try (OutputStream ask = git.getOutputStream();
        DataInputStream answer =
            new DataInputStream(new BufferedInputStream(git.getInputStream()))) {
      long left = MOST_BYTES;
      for (Entry entry : entries) {
        ask.write((entry.object() + "\n").getBytes(StandardCharsets.US_ASCII));
        ask.flush();
        left -= write(answer, target(directory, entry.path()), left);
      }
    } finally {
      git.destroyForcibly();
    }
    if (entries.isEmpty()) {
      throw new IOException("Revision " + commit.substring(0, 12) + " has no such folder.");
    }
  }

  /**
   * A regular file of the revision.
   *
   * @param path relative to the folder
   * @param object its id in hex
   */
  private record Entry(String path, String object) {}

  private List<Entry> entries() throws IOException {
    String tree = prefix.isEmpty() ? commit : commit + ":" + prefix;
    String listing = said(folder, "ls-tree", "-r", "-z", "--full-tree", tree).orElse("");
    List<Entry> entries = new ArrayList<>();
    for (String line : listing.split("\0")) {
      int tab = line.indexOf('\t');
      String[] words = line.split("[ \t]", 4);
      if (tab > 0 && words.length == 4 && words[0].startsWith("100") && words[1].equals("blob")) {
        entries.add(new Entry(line.substring(tab + 1), words[2]));
      }
    }
    if (entries.size() > MOST_FILES) {
      throw new IOException("The revision has " + entries.size() + " files there; no dossier has.");
    }
    return entries;
  }

  private static Path target(Path directory, String path) throws IOException {
    Path target = directory.resolve(path).normalize();
    if (!target.startsWith(directory) || target.equals(directory)) {
      throw new IOException("The revision has a file whose path leads out of it.");
    }
    return target;
  }

  /** Writes one object; gives its size. */
  private static long write(DataInputStream answer, Path target, long left) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = answer.read(); c != '\n'; c = answer.read()) {
      if (c < 0 || head.length() > 200) {
        throw new IOException("git ended before it gave every file.");
      }
      head.append((char) c);
    }
    String[] words = head.toString().split(" ");
    if (words.length != 3 || !words[1].equals("blob")) {
      throw new IOException("git does not have every file of the revision.");
    }
    long size = Long.parseLong(words[2]);
    if (size > left) {
      throw new IOException("The files of the revision are larger than " + MOST_BYTES + " bytes.");
    }
    Files.createDirectories(target.getParent());
    try (OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 16];
      for (long rest = size; rest > 0; ) {
        int read = answer.read(buffer, 0, (int) Math.min(rest, buffer.length));
        if (read < 0) {
          throw new IOException("git ended before it gave every file.");
        }
        out.write(buffer, 0, read);
        rest -= read;
      }
    }
    answer.skipNBytes(1);
    return size;
  }

  private static Optional<String> said(Path directory, String... arguments) throws IOException {
    return new GitCommand(directory).text(arguments);
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
