/** What an observation can hold: one record for each kind, and the codec between record and map. */
@NullMarked
package dev.plumbline.observation;

import org.jspecify.annotations.NullMarked;
