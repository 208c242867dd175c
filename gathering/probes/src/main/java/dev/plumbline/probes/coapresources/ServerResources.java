package dev.plumbline.probes.coapresources;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.http.RiskyLinks;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.network.CoapResources;
import dev.plumbline.probes.coapresources.CoapClient.Answer;
import dev.plumbline.probes.coapresources.CoapClient.Result;
import dev.plumbline.probes.coapresources.LinkFormat.Link;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a CoAP server tells of its resources and gives of them. */
final class ServerResources {
  private static final String LIST = "/.well-known/core";
  private static final int MOST_READ = 60;
  private static final int MOST_SILENT_IN_A_ROW = 3;

  private final CoapClient client;
  private final Set<String> declared;
  private final Mapping data = DataFile.mapping(ServerResources.class, "resources.yaml");
  private final List<Link> links = new ArrayList<>();
  private final List<CoapResources.Open> open = new ArrayList<>();
  private final List<String> guarded = new ArrayList<>();
  private final List<String> unanswered = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final Set<String> unread = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder();
  private boolean told;
  private int tried;

  /**
   * @param declared paths that the dossier lists
   */
  ServerResources(CoapClient client, Set<String> declared) {
    this.client = client;
    this.declared = declared;
  }

  /**
   * Asks for the list, then for each resource.
   *
   * @return why nothing is known; empty when the server speaks CoAP
   */
  Optional<Result> ask() throws InterruptedException {
    Result list = client.get(LIST);
    tried++;
    if (list.answer().isEmpty()) {
      return Optional.of(list);
    }
    Answer answer = list.answer().get();
    if (answer.isContent()) {
      links.addAll(LinkFormat.read(answer.text()));
      told = answer.whole() && LinkFormat.isWhole(answer.text());
      unreadUnless(answer.whole(), LIST);
      text.append(answer.text()).append('\n');
    } else if (answer.asksForLogin()) {
      guarded.add(LIST);
    }
    Set<String> known = new LinkedHashSet<>(declared);
    links.stream().map(Link::path).forEach(known::add);
    known.addAll(data.texts("paths"));
    known.remove(LIST);
    Deque<String> paths = new ArrayDeque<>(known);
    known.add(LIST);
    int silent = 0;
    while (!paths.isEmpty()) {
      String path = paths.remove();
      if (RiskyLinks.isRisky(path) || tried >= MOST_READ || silent >= MOST_SILENT_IN_A_ROW) {
        skipped.add(path);
        unreadUnless(RiskyLinks.isRisky(path), path);
        continue;
      }
      tried++;
      Optional<Answer> got = client.get(path).answer();
      silent = got.isPresent() ? 0 : silent + 1;
      note(path, got);
      got.filter(Answer::isContent).stream()
          .flatMap(a -> namedIn(a).stream())
          .filter(known::add)
          .forEach(paths::add);
    }
    return Optional.empty();
  }

  /** A resource may list others (RFC 6690, section 1.2.1; RFC 9176). */
  private List<String> namedIn(Answer answer) {
    if (!LinkFormat.isWhole(answer.text())) {
      return List.of();
    }
    List<Link> more = LinkFormat.read(answer.text());
    more.stream().filter(l -> !links.contains(l)).forEach(links::add);
    return more.stream().map(Link::path).toList();
  }

  private void note(String path, Optional<Answer> answer) {
    if (answer.isEmpty()) {
      unanswered.add(path);
      unread.add(path);
    } else if (answer.get().isContent()) {
      open.add(new CoapResources.Open(path, kind(path)));
      unreadUnless(answer.get().whole(), path);
      text.append(path).append(' ').append(answer.get().text()).append('\n');
    } else if (answer.get().asksForLogin()) {
      guarded.add(path);
    } else if (!answer.get().isMissing()) {
      // Busy, broken or puzzled: that is not "there is none".
      unanswered.add(path);
    }
  }

  private String kind(String path) {
    for (Mapping rule : data.mappings("kinds")) {
      if (BoundedPattern.compile(rule.text("path").orElseThrow()).matcher(path).find()) {
        return rule.text("kind").orElseThrow();
      }
    }
    return "data";
  }

  private void unreadUnless(boolean known, String path) {
    if (!known) {
      unread.add(path);
    }
  }

  /** Paths that gave no answer, or not to its end, or were one too many. */
  List<String> unread() {
    return List.copyOf(unread);
  }

  /** What could be read. */
  String text() {
    return text.toString();
  }

  CoapResources fact() {
    // Without the server's own list, nobody knows what else it has; of what ended early, what it
    // holds.
    boolean complete = told && unread.isEmpty() && unanswered.isEmpty() && skipped.isEmpty();
    return new CoapResources(
        true,
        Optional.of(links.stream().map(Link::fact).toList()),
        Optional.of(open),
        Optional.of(guarded),
        Optional.of((long) tried),
        Optional.of(unanswered),
        Optional.of(skipped),
        Optional.of(complete),
        Optional.empty());
  }
}
