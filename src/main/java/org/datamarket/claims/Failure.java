package org.datamarket.claims;

import org.datamarket.analysis.score.Finding;
import org.datamarket.analysis.score.Subject;

/** A case in which a claim failed. */
public record Failure(Subject subject, Finding finding) {}
