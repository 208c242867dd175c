package dev.plumbline.cli.verdict;

import dev.plumbline.app.Walk;
import dev.plumbline.app.team.RecordingResult;
import dev.plumbline.app.walk.WalkRecorder;
import dev.plumbline.app.walk.WalkRoute;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import dev.plumbline.view.WalkView;
import dev.plumbline.view.gathering.RecordingText;
import dev.plumbline.view.team.StaleText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One walk of one person through the cards: where it stands, and what was decided on it. */
final class WalkSession {
  private final Walk walk;
  private final WalkView view;
  private final WalkDialogue dialogue;
  private final WalkRecorder recorder;
  private final PrintWriter out;
  private final Set<ItemId> decided = new HashSet<>();
  private WalkRoute route;
  private boolean byRow;
  private String sought = "";
  private int place;

  WalkSession(
      Walk walk, WalkView view, boolean byRow, WalkDialogue dialogue, WalkRecorder recorder) {
    this.walk = walk;
    this.view = view;
    this.dialogue = dialogue;
    this.recorder = recorder;
    this.out = dialogue.out();
    this.byRow = byRow;
    this.route = route();
  }

  private WalkRoute route() {
    return byRow ? WalkRoute.byRow(walk.cards()) : WalkRoute.byStation(walk.cards());
  }

  /** Goes on until the last card or until the person stops; how many items are open then. */
  Optional<Integer> go() throws IOException {
    while (place < route.size()) {
      int card = route.card(place);
      ItemId item = walk.ids().get(card);
      view.card(card, Style.ofTerminal(), out);
      if (decided.contains(item)) {
        out.println("You decided this item on this walk; a new decision replaces it.");
      }
      recorder
          .stale(item)
          .ifPresent(
              s -> {
                out.println("Decided before; h: it still holds.");
                StaleText.of(s).forEach(out::println);
              });
      Optional<WalkDialogue.Answer> answer = dialogue.answer();
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      switch (answer.get()) {
        case WalkDialogue.Answer.Decide d -> record(item, d.finding(), d.evidence());
        case WalkDialogue.Answer.Jump j ->
            to(route.named(j.name()), "There is no such card: " + j.name());
        case WalkDialogue.Answer.Find f -> find(f.text());
        case WalkDialogue.Answer.Press p -> press(p.key(), card, item);
      }
    }
    return Optional.of(walk.ids().size() - decided.size());
  }

  private void press(char key, int card, ItemId item) throws IOException {
    switch (key) {
      case 's' -> place++;
      case 'b' -> back();
      case 'u' -> undo();
      case 'h' -> stillHolds(item);
      case 'g' -> {
        byRow = !byRow;
        route = route();
        place = route.place(card);
        out.println(byRow ? "Row by row." : "Station by station.");
      }
      default -> {
        Optional<Finding> suggested = WalkRecorder.suggested(walk.cards().get(card));
        if (suggested.isPresent()) {
          record(item, suggested.get(), List.of());
        } else {
          out.println("The card suggests nothing; decide it with p, f, i or n.");
        }
      }
    }
  }

  private void back() {
    if (place == 0) {
      out.println("This is the first card.");
    } else {
      place--;
    }
  }

  private void find(String text) {
    sought = text.isEmpty() ? sought : text;
    if (sought.isEmpty()) {
      out.println("Type a text behind the slash.");
    } else {
      to(route.find(sought, place), "No card has this text: " + sought);
    }
  }

  private void to(Optional<Integer> found, String otherwise) {
    if (found.isPresent()) {
      place = found.get();
    } else {
      out.println(Text.safe(otherwise));
    }
  }

  private void record(ItemId item, Finding finding, List<Path> evidence) throws IOException {
    recorded(item, recorder.decide(item, finding, evidence, now()));
  }

  private void stillHolds(ItemId item) throws IOException {
    if (recorder.stale(item).isEmpty()) {
      out.println("No decision on this item is stale.");
      return;
    }
    Optional<String> because = dialogue.line("It still holds, because: ");
    if (because.isEmpty()) {
      return;
    }
    boolean needed = !recorder.stale(item).orElseThrow().outdated().isEmpty();
    Optional<List<Path>> evidence = needed ? dialogue.files() : Optional.of(List.of());
    if (evidence.isPresent()) {
      recorded(item, recorder.renew(item, because.get(), evidence.get(), now()));
    }
  }

  /** The next card comes where it was stored; otherwise the same one again only if asked for. */
  private void recorded(ItemId item, RecordingResult<?> result) {
    if (result instanceof RecordingResult.Stored<?>) {
      decided.add(item);
      out.println("Recorded.");
    } else {
      RecordingText.refusal(result).forEach(l -> out.println(Text.safe(l)));
    }
    place++;
  }

  private void undo() throws IOException {
    Optional<ItemId> last = recorder.last();
    RecordingResult<?> result = recorder.undo(now());
    if (result instanceof RecordingResult.Stored<?> && last.isPresent()) {
      decided.remove(last.get());
      place = route.place(walk.ids().indexOf(last.get()));
      out.println("Taken back.");
    } else {
      RecordingText.refusal(result).forEach(l -> out.println(Text.safe(l)));
    }
  }

  private static Instant now() {
    return Instant.now(Clock.systemUTC());
  }
}
