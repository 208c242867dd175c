package dev.plumbline.app.merge;

import dev.plumbline.app.git.GitCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who wrote the lines of a file at a revision, as git knows it.
 *
 * @param authors names by line, blanks around it cut
 */
record LineAuthors(Map<String, Set<String>> authors) {
  /** Nobody is known. */
  static final LineAuthors NONE = new LineAuthors(Map.of());

  /** What git calls the other side, by what it is doing. */
  private static final List<String> OTHER_SIDES =
      List.of("MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD", "REVERT_HEAD");

  /** Authors on our side. */
  static LineAuthors ours(GitCommand git, String path) throws IOException {
    return of(git, "HEAD", path);
  }

  /** Authors on the other side; of nothing where git does not merge. */
  static LineAuthors theirs(GitCommand git, String path) throws IOException {
    for (String side : OTHER_SIDES) {
      if (git.text("rev-parse", "--verify", "--quiet", side + "^{commit}").isPresent()) {
        return of(git, side, path);
      }
    }
    return NONE;
  }

  private static LineAuthors of(GitCommand git, String revision, String path) throws IOException {
    // Without textconv: a repository could name a program for it.
    String told =
        git.text("blame", "--no-textconv", "--line-porcelain", revision, "--", path).orElse("");
    Map<String, Set<String>> authors = new HashMap<>();
    String author = "";
    for (String line : told.lines().toList()) {
      if (line.startsWith("author ")) {
        author = line.substring("author ".length());
      } else if (line.startsWith("\t") && !line.isBlank()) {
        authors.computeIfAbsent(line.strip(), l -> new LinkedHashSet<>()).add(author);
      }
    }
    return new LineAuthors(authors);
  }

  /** Who wrote these lines, each person once. */
  List<String> of(String lines) {
    Set<String> found = new LinkedHashSet<>();
    lines.lines().map(String::strip).forEach(l -> found.addAll(authors.getOrDefault(l, Set.of())));
    return new ArrayList<>(found);
  }
}
