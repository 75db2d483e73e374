package org.datamarket.mechanism.file;

import java.util.Optional;

/**
 * One line of a file of markets.
 *
 * @param id what it is called, if it says so
 * @param question what it asks
 */
public record MarketLine(Optional<String> id, Question question) {}
