package dev.plumbline.view;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows the problems of an input by what to do about them: errors first, each remedy once. */
public record ProblemsText(Style style) {
  private static final String INDENT = "    ";

  private record Group(Severity severity, String id, String remedy) {
    static Group of(Problem p) {
      return new Group(p.severity(), p.id(), p.remedy());
    }
  }

  /**
   * Errors, then warnings, then hints. Problems of one kind with the same remedy are one group, at
   * the place of the first; a group of one begins with its place.
   */
  public List<String> lines(List<Problem> problems) {
    Map<Group, List<Problem>> groups = new LinkedHashMap<>();
    problems.stream()
        .sorted(Comparator.comparing(Problem::severity).thenComparing(Comparator.naturalOrder()))
        .forEach(p -> groups.computeIfAbsent(Group.of(p), g -> new ArrayList<>()).add(p));
    List<String> lines = new ArrayList<>();
    groups.forEach(
        (group, members) ->
            lines.addAll(members.size() == 1 ? one(members) : many(group, members)));
    return lines;
  }

  private List<String> one(List<Problem> members) {
    Problem p = members.getFirst();
    return List.of(
        style.bold(Text.safe(p.place().toString())) + " " + word(p.severity()) + " " + p.id(),
        Text.wrap(Text.safe(p.what()), INDENT),
        remedy(p.remedy()));
  }

  private List<String> many(Group group, List<Problem> members) {
    List<String> lines = new ArrayList<>();
    lines.add(
        word(group.severity())
            + " "
            + group.id()
            + " "
            + style.bold("at " + Text.count(members.size(), "place")));
    lines.add(remedy(group.remedy()));
    for (Problem p : members) {
      lines.add(Text.wrap(Text.safe(p.place() + ": " + p.what()), INDENT + INDENT));
    }
    return lines;
  }

  private static String remedy(String remedy) {
    return Text.wrap("→ " + Text.safe(remedy), INDENT);
  }

  private String word(Severity severity) {
    String word = severity.name().toLowerCase(Locale.ROOT);
    return switch (severity) {
      case ERROR -> style.red(word);
      case WARNING -> style.yellow(word);
      case HINT -> style.dim(word);
    };
  }

  /** "2 errors, 1 warning, 0 hints." */
  public static String counts(List<Problem> problems) {
    return Text.count(count(problems, Severity.ERROR), "error")
        + ", "
        + Text.count(count(problems, Severity.WARNING), "warning")
        + ", "
        + Text.count(count(problems, Severity.HINT), "hint")
        + ".";
  }

  /** The same for programs. */
  public static List<Map<String, Object>> json(List<Problem> problems) {
    return problems.stream().map(ProblemsText::json).toList();
  }

  private static Map<String, Object> json(Problem p) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", p.id());
    json.put("severity", p.severity().name().toLowerCase(Locale.ROOT));
    json.put("file", p.place().file());
    json.put("line", p.place().line());
    json.put("column", p.place().column());
    json.put("what", p.what());
    json.put("remedy", p.remedy());
    return json;
  }

  private static long count(List<Problem> problems, Severity severity) {
    return problems.stream().filter(p -> p.severity() == severity).count();
  }
}
