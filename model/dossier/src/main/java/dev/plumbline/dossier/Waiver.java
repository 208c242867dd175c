package dev.plumbline.dossier;

import dev.plumbline.core.ItemId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A risk that somebody accepts for a while: the item goes on to FAIL, and everybody who reads the
 * result sees who accepted that. The last one on an item counts; a new one with an earlier day ends
 * it.
 *
 * @param finding reason of the FAIL that is accepted; a waiver covers no other
 * @param because why the risk can be borne
 * @param until the last day of it
 * @param by who accepts it
 */
public record Waiver(
    ItemId item, String finding, String because, LocalDate until, String by, Instant at) {}
