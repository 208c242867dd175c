package dev.plumbline.catalogue.scheme;

import dev.plumbline.catalogue.Confidence;
import java.util.List;

/**
 * A level of a scheme; a scheme without levels has one.
 *
 * @param rank its place among the levels of the scheme, 1 the lowest
 * @param version the version of the scheme that it is described after; empty where none is known
 * @param from since when a product can hold it, or has to
 * @param onlyFor products that it is for, where that is not all that the scheme covers; else empty
 * @param includes levels all of which it asks for too
 * @param sets ids of the sets that it asks for
 * @param terms until when it holds once given; empty where that is unknown
 * @param unknown what it asks for that nobody could tell; shown, never filled
 */
public record Level(
    String id,
    int rank,
    String name,
    String version,
    PartialDate from,
    String onlyFor,
    List<String> includes,
    List<String> sets,
    List<Requirement> requirements,
    List<Term> terms,
    List<String> unknown,
    AssessorKind assessor,
    List<String> sources,
    Confidence confidence) {
  public Level {
    includes = List.copyOf(includes);
    sets = List.copyOf(sets);
    requirements = List.copyOf(requirements);
    terms = List.copyOf(terms);
    unknown = List.copyOf(unknown);
    sources = List.copyOf(sources);
  }
}
