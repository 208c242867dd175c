package dev.plumbline.exchange.source;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Place;
import dev.plumbline.exchange.layout.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Conditions or features that a file asks as questions: one heading each with the answer below it,
 * or one item of a list each with the answer behind the question.
 */
public final class MarkdownStatements {
  private static final BoundedPattern LABEL =
      BoundedPattern.compile(
          "(?i)^\\s*(?:(?:condition|feature|bedingung|merkmal)\\s*)?"
              + "(?:\\(\\w{1,3}\\)|\\w{1,2}(?=\\s*[:.)]|\\s*$)).*");
  private static final BoundedPattern ITEM =
      BoundedPattern.compile(
          "(?i)^\\s*(?:[-*\u2022]\\s*)?((?:condition|feature|bedingung|merkmal)?\\s*"
              + "(?:\\(\\w{1,3}\\)|\\w{1,2}(?=[:.)]))[:.)]?)\\s*(.+)$");
  private static final BoundedPattern DASH = BoundedPattern.compile("\\s[\u2013\u2014-]\\s|:\\s");

  private final Layout layout;
  private final List<List<GridCell>> rows = new ArrayList<>();
  private Optional<GridCell> label = Optional.empty();
  private Optional<GridCell> answer = Optional.empty();

  MarkdownStatements(Layout layout) {
    this.layout = layout;
  }

  /** Begins the statement that a heading asks; false when it asks none. */
  boolean heading(GridCell text) {
    end();
    boolean asks = LABEL.matcher(text.text()).matches();
    label = asks ? Optional.of(text) : Optional.empty();
    return asks;
  }

  /**
   * Takes a text.
   *
   * @return what of it is no statement
   */
  List<GridCell> prose(GridCell text) {
    if (label.isPresent()) {
      answer = Optional.of(answer.map(a -> with(a, a.text() + "\n" + text.text())).orElse(text));
      return List.of();
    }
    List<GridCell> left = new ArrayList<>();
    text.text()
        .lines()
        .filter(l -> !l.isBlank())
        .forEach(
            l -> {
              if (!item(with(text, l))) {
                left.add(with(text, l));
              }
            });
    return left;
  }

  private boolean item(GridCell line) {
    Matcher item = ITEM.matcher(line.text());
    if (!item.matches()) {
      return false;
    }
    String said = item.group(2);
    int question = said.lastIndexOf('?');
    Matcher dash = DASH.matcher(said);
    int cut = question >= 0 ? question + 1 : dash.find() ? dash.end() : -1;
    if (cut < 0 || said.substring(cut).isBlank()) {
      return false;
    }
    String asked = item.group(1) + " " + said.substring(0, cut);
    row(with(line, asked), with(line, said.substring(cut).strip()));
    return true;
  }

  private static GridCell with(GridCell of, String text) {
    return new GridCell(of.row(), of.column(), text, of.place(), of.where());
  }

  private void row(GridCell asked, GridCell said) {
    rows.add(
        List.of(
            new GridCell(asked.row(), 1, asked.text(), asked.place(), asked.where()),
            new GridCell(asked.row(), 3, said.text(), said.place(), said.where())));
  }

  private void end() {
    if (label.isPresent() && answer.isPresent()) {
      row(label.get(), answer.get());
    }
    label = Optional.empty();
    answer = Optional.empty();
  }

  /** The statements as a table; empty when there are none. */
  Optional<Grid> grid(String file) {
    end();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<List<GridCell>> all = new ArrayList<>();
    all.add(List.of(heading(0), heading(2)));
    all.addAll(rows);
    return Optional.of(new Grid(Place.of(file), List.of(layout.id()), all, List.of()));
  }

  private GridCell heading(int column) {
    String text = layout.columns().get(column).heading();
    return new GridCell(1, column + 1, text, rows.getFirst().getFirst().place(), "heading");
  }
}
