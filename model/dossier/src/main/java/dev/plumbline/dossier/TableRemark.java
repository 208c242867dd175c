package dev.plumbline.dossier;

import dev.plumbline.core.Place;

/**
 * What the maker wrote below or between the rows of a table of the IXIT. It is no answer, and no
 * verdict rests on it.
 */
public record TableRemark(String text, Place place) {}
