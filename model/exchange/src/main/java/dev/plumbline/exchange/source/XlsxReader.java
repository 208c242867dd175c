package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.exchange.aside.Aside;
import dev.plumbline.exchange.aside.OfficeAsides;
import dev.plumbline.exchange.layout.CellTexts;
import dev.plumbline.exchange.layout.Values;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.SAXException;

/**
 * Reads the sheets of a workbook as a stream: formulas are never computed, links never followed.
 */
public final class XlsxReader {
  /** The hidden sheet of an export of ours. */
  public static final String NOTES = "_plumbline";

  private final ReadLimits limits;
  private final Problems problems;

  /** Reads within these limits. */
  public XlsxReader(ReadLimits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /** The tables of a workbook; throws {@link UnreadableFileException} where it is none. */
  public Source read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    List<Grid> grids = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<Stray> stray = new ArrayList<>();
    try (OfficePackage opened = OfficePackage.open(file, "spreadsheetml", limits, problems)) {
      XSSFReader reader = new XSSFReader(opened.opened());
      SharedStrings strings = reader.getSharedStringsTable();
      StylesTable styles = reader.getStylesTable();
      long letters = limits.letters();
      OfficeAsides asides = new OfficeAsides(OfficePackage::read, letters);
      Iterator<InputStream> sheets = reader.getSheetsData();
      while (sheets.hasNext() && sheets instanceof XSSFReader.SheetIterator all) {
        try (InputStream in = sheets.next()) {
          Place place = Place.of(name + "!" + all.getSheetName());
          SheetCells cells =
              new SheetCells(
                  place, new CellTexts(strings, styles), limits.rows(), letters, problems);
          try {
            OfficePackage.read(in, cells);
          } catch (SheetCells.EnoughException e) {
            problems.error(
                "PLB-9514",
                place,
                e.getMessage() + " What follows is not read.",
                "Take the sheet apart, or delete the rows that hold nothing.");
          }
          letters -= cells.letters();
          stray.addAll(cells.asides());
          for (Aside a : asides.ofSheet(all.getSheetPart())) {
            String text = Values.tame(a.text());
            if (!text.isEmpty()) {
              stray.add(Stray.aside(List.of(all.getSheetName()), place, a.where(), text));
            }
          }
          Grid grid = cells.grid(List.of(all.getSheetName()));
          if (all.getSheetName().equals(NOTES)) {
            grid.rows().stream()
                .map(List::getFirst)
                .filter(c -> c.column() == 1)
                .forEach(c -> notes.add(c.text()));
          } else {
            grids.add(grid);
            Stray.sheet(all.getSheetName(), place).ifPresent(stray::add);
          }
        }
      }
      if (asides.isCut()) {
        problems.error(
            "PLB-9514",
            Place.of(name),
            "Comments of a sheet hold more than "
                + limits.letters()
                + " letters. What follows is not read.",
            "Shorten the comments.");
      }
    } catch (OpenXML4JException | SAXException e) {
      throw new UnreadableFileException(
          "The workbook is broken: " + e.getMessage(), "Open it and save it anew.");
    }
    return new Source(grids, notes, stray);
  }
}
