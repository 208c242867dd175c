/** What people record about an assessment together: decisions, reviews, questions, sign-offs. */
@NullMarked
package dev.plumbline.app.team;

import org.jspecify.annotations.NullMarked;
