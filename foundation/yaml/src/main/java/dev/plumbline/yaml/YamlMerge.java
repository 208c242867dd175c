package dev.plumbline.yaml;

import dev.plumbline.core.Problems;
import dev.plumbline.yaml.MergedText.Agreed;
import dev.plumbline.yaml.MergedText.Conflict;
import dev.plumbline.yaml.MergedText.Part;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlSegments.Segment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins two versions of a YAML document that began as one: key by key, and row by row where the
 * rows of a list have ids. What only one of them changed is taken from it, byte for byte; what both
 * changed is a conflict with both values. Comments of ours stay; lines of comment that theirs added
 * come along. A clean outcome is read again and held against the three versions, value by value.
 */
public final class YamlMerge {
  private final List<String> identities;
  private final Set<String> known = new HashSet<>();

  private YamlMerge(List<String> identities, String... texts) {
    this.identities = identities;
    for (String text : texts) {
      text.lines().map(String::strip).forEach(known::add);
    }
  }

  /**
   * Joins two versions.
   *
   * @param base what both began with; empty where there is nothing
   * @param identities keys that tell the rows of a list apart, such as {@code id}
   * @return one conflict of the whole text where a version is no YAML
   */
  public static MergedText merge(
      Optional<String> base, String ours, String theirs, List<String> identities) {
    Optional<String> was = base.map(b -> likeOurs(b, ours)).filter(b -> !b.isBlank());
    String other = likeOurs(theirs, ours);
    if (ours.equals(other) || was.filter(other::equals).isPresent()) {
      return new MergedText(List.of(new Agreed(ours)));
    }
    if (was.filter(ours::equals).isPresent()) {
      return new MergedText(List.of(new Agreed(other)));
    }
    MergedText whole = new MergedText(List.of(new Conflict("", ours, other)));
    Optional<YamlNode> o = read(ours);
    Optional<YamlNode> t = read(other);
    Optional<YamlNode> b = was.flatMap(YamlMerge::read);
    if (o.isEmpty() || t.isEmpty() || (was.isPresent() && b.isEmpty())) {
      return whole;
    }
    YamlMerge merge = new YamlMerge(identities, was.orElse(""), ours);
    Optional<List<Part>> parts =
        merge.nodes(
            List.of(),
            b.map(n -> new Version(was.orElse(""), 0, n)),
            new Version(ours, 0, o.get()),
            new Version(other, 0, t.get()));
    if (parts.isEmpty()) {
      return whole;
    }
    MergedText merged = new MergedText(parts.get());
    return !merged.isClean() || fits(merged, b, o.get(), t.get(), identities) ? merged : whole;
  }

  private static boolean fits(
      MergedText merged,
      Optional<YamlNode> base,
      YamlNode ours,
      YamlNode theirs,
      List<String> identities) {
    return read(merged.text("", ""))
        .filter(m -> YamlLeaves.fits(m, base, ours, theirs, identities))
        .isPresent();
  }

  private static Optional<YamlNode> read(String text) {
    Problems problems = new Problems();
    Optional<YamlNode> root = YamlReader.read(text, "", problems);
    return problems.hasErrors() ? Optional.empty() : root;
  }

  /** Line ends as ours has them: a checkout may have changed them. */
  private static String likeOurs(String text, String ours) {
    String unix = text.replace("\r\n", "\n");
    return ours.contains("\r\n") ? unix.replace("\n", "\r\n") : unix;
  }

  /**
   * A node with the lines that hold it.
   *
   * @param start of the lines, or of its key or dash where that began a line with others
   */
  private record Version(String text, int start, YamlNode node) {
    /** Whether nothing is there yet that could be cut into entries. */
    boolean isEmpty() {
      return switch (node) {
        case Scalar s -> s.isEmpty();
        case Listing l -> l.items().isEmpty();
        case Mapping m -> m.fields().isEmpty();
      };
    }
  }

  /** A node of a version, cut into its entries. */
  private record Cut(Version version, YamlSegments segments) {
    Optional<Segment> entry(String key) {
      return Optional.ofNullable(segments.entries().get(key));
    }

    Version below(Segment segment) {
      return new Version(version.text(), segment.start(), segment.node());
    }

    /** What stands behind the last entry. */
    String tail() {
      int end = segments.entries().values().stream().mapToInt(Segment::end).max().orElse(0);
      return version.text().substring(end);
    }
  }

  private Optional<Cut> cut(Version version) {
    return YamlSegments.of(version.text(), version.start(), version.node(), identities)
        .map(s -> new Cut(version, s));
  }

  /** The joined lines of a node; empty where it cannot be cut the same way in each version. */
  private Optional<List<Part>> nodes(
      List<String> way, Optional<Version> base, Version ours, Version theirs) {
    Optional<Version> filled = base.filter(b -> !b.isEmpty());
    Optional<Cut> b = filled.flatMap(this::cut);
    Optional<Cut> o = cut(ours);
    Optional<Cut> t = cut(theirs);
    boolean alike =
        o.isPresent()
            && t.isPresent()
            && b.isPresent() == filled.isPresent()
            && o.get().segments().column() == t.get().segments().column()
            && o.get().segments().begun() == t.get().segments().begun()
            && ours.node().getClass() == theirs.node().getClass()
            && filled.map(v -> v.node().getClass() == ours.node().getClass()).orElse(true);
    if (!alike) {
      return Optional.empty();
    }
    Optional<String> head = head(o.get().segments(), t.get().segments());
    if (head.isEmpty()) {
      return Optional.empty();
    }
    List<Part> parts = new ArrayList<>();
    parts.add(new Agreed(head.get()));
    entries(way, b, o.get(), t.get(), parts);
    if (way.isEmpty()) {
      parts.add(new Agreed(gap(o.get().tail(), t.get().tail())));
    }
    return Optional.of(parts);
  }

  private Optional<String> head(YamlSegments ours, YamlSegments theirs) {
    String o = ours.head();
    String t = theirs.head();
    if (o.equals(t)) {
      return Optional.of(o);
    }
    int oLine = o.indexOf('\n') + 1;
    int tLine = t.indexOf('\n') + 1;
    boolean comments = o.lines().allMatch(YamlMerge::isComment);
    if (comments && t.lines().allMatch(YamlMerge::isComment)) {
      return Optional.of(gap(o, t));
    }
    boolean sameKey = oLine > 0 && tLine > 0 && o.substring(0, oLine).equals(t.substring(0, tLine));
    return sameKey && !ours.begun()
        ? Optional.of(o.substring(0, oLine) + gap(o.substring(oLine), t.substring(tLine)))
        : Optional.empty();
  }

  private static boolean isComment(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }

  /** Ours, and each line of comment of theirs that stands nowhere yet. */
  private String gap(String ours, String theirs) {
    String fresh =
        theirs
            .lines()
            .filter(l -> !l.isBlank() && isComment(l) && known.add(l.strip()))
            .map(l -> l + (ours.contains("\r\n") ? "\r\n" : "\n"))
            .collect(Collectors.joining());
    boolean unended = !fresh.isEmpty() && !ours.isEmpty() && !ours.endsWith("\n");
    return ours + (unended ? "\n" : "") + fresh;
  }

  private void entries(
      List<String> way, Optional<Cut> base, Cut ours, Cut theirs, List<Part> parts) {
    boolean begun = ours.segments().begun();
    for (String key :
        order(ours.segments().entries().keySet(), theirs.segments().entries().keySet())) {
      Optional<Segment> was = base.flatMap(b -> b.entry(key));
      Optional<Segment> our = ours.entry(key);
      Optional<Segment> their = theirs.entry(key);
      parts.add(
          new Agreed(gap(our.map(Segment::gap).orElse(""), their.map(Segment::gap).orElse(""))));
      String margin = begun ? "" : " ".repeat(ours.segments().column());
      begun = false;
      List<String> down = Stream.concat(way.stream(), Stream.of(key)).toList();
      Optional<List<Part>> inner =
          our.isPresent() && their.isPresent() && differs(was, our.get(), their.get())
              ? nodes(
                  down,
                  base.flatMap(b -> was.map(b::below)),
                  ours.below(our.get()),
                  theirs.below(their.get()))
              : Optional.empty();
      if (inner.isPresent()) {
        parts.add(new Agreed(margin));
        parts.addAll(inner.get());
      } else {
        parts.addAll(
            choice(
                down,
                margin,
                was.map(Segment::body),
                our.map(Segment::body),
                their.map(Segment::body)));
      }
    }
  }

  private static boolean differs(Optional<Segment> was, Segment our, Segment their) {
    return !our.body().equals(their.body())
        && was.map(w -> !w.body().equals(our.body()) && !w.body().equals(their.body()))
            .orElse(true);
  }

  private static List<Part> choice(
      List<String> way,
      String margin,
      Optional<String> was,
      Optional<String> our,
      Optional<String> their) {
    if (our.equals(their) || their.equals(was) || (same(was, their) && our.isPresent())) {
      return lines(margin, our);
    }
    if (our.equals(was) || (same(was, our) && their.isPresent())) {
      return lines(margin, their);
    }
    return List.of(
        new Conflict(
            String.join("/", way),
            our.map(margin::concat).orElse(""),
            their.map(margin::concat).orElse("")));
  }

  /** Whether two texts differ in blanks alone, as a formatter changes them. */
  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.isPresent()
        && one.map(t -> t.replaceAll("\\s+$", "").replaceAll("[ \\t]+(?=\\R)", ""))
            .equals(other.map(t -> t.replaceAll("\\s+$", "").replaceAll("[ \\t]+(?=\\R)", "")));
  }

  private static List<Part> lines(String margin, Optional<String> body) {
    return body.<List<Part>>map(b -> List.of(new Agreed(margin + b))).orElse(List.of());
  }

  /** Ours in its order; what theirs added stands behind what it stands behind there. */
  private static List<String> order(Set<String> ours, Set<String> theirs) {
    List<String> order = new ArrayList<>(ours);
    String before = "";
    for (String key : theirs) {
      if (!ours.contains(key)) {
        int at = order.indexOf(before);
        order.add(at < 0 ? Math.min(1, order.size()) : at + 1, key);
      }
      before = key;
    }
    return order;
  }
}
