package dev.plumbline.judging.fact;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.Observation;

/**
 * A statement of the dossier that the device contradicts.
 *
 * @param place where it is declared
 * @param declared what the paper says
 * @param observed what the device showed
 * @param observation the observation
 */
public record Contradiction(
    Place place, String declared, String observed, Observation observation) {}
